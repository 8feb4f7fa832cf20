package io.heliograph.client.swing.connect;

/**
 * A server to choose from.
 *
 * @param name what it calls itself, safe to show
 * @param address {@code HOST:PORT}
 * @param fingerprint what it says its identity is; not proved before a handshake
 * @param userCount who is there; below 0 while unknown
 * @param rttMs from a question to its answer; below 0 while unknown
 * @param user who was there last from here; empty for nobody
 */
public record ServerCard(
        String name, String address, String fingerprint, long userCount, long rttMs, KeyStatus status, String user) {

    /** What is known of the key that a server names. */
    public enum KeyStatus {
        NEW,
        KNOWN,
        /** Another one than at the last visit. */
        CHANGED
    }

    ServerCard with(KeyStatus other, String lastUser) {
        return new ServerCard(name, address, fingerprint, userCount, rttMs, other, lastUser);
    }
}
