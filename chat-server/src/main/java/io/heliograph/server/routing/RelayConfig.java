package io.heliograph.server.routing;

import java.util.List;

/**
 * What the rules need to know; may be replaced while the relay runs.
 *
 * @param serverName shown to clients
 * @param motd greets whoever logs in; empty for none
 * @param registration who may make an account
 * @param everyoneMakesRooms false: administrators only
 * @param autoJoin rooms that a new account is in from the start
 */
public record RelayConfig(
        String serverName,
        String motd,
        Registration registration,
        boolean everyoneMakesRooms,
        List<String> autoJoin,
        Limits limits,
        Keeping keeping,
        Files files) {
    public RelayConfig {
        autoJoin = List.copyOf(autoJoin);
    }

    /** Who may make an account (protocol.md 7.1). */
    public enum Registration {
        OPEN,
        INVITE,
        CLOSED
    }

    /**
     * Bounds against abuse (DESIGN 4.4).
     *
     * @param failuresPerMinute failed logins per name and address
     * @param failuresPerAddress failed logins per minute and address
     * @param postBurst posts taken at once from a user
     * @param postsPerSecond and then
     */
    public record Limits(
            int accounts,
            int devicesPerAccount,
            int failuresPerMinute,
            int failuresPerAddress,
            int postBurst,
            int postsPerSecond,
            int rooms,
            int roomsPerUser) {}

    /**
     * How much is kept of each conversation.
     *
     * @param windowEntries in memory, for those who are connected
     * @param windowBytes in memory
     * @param maxAgeMs in the store; 0: for ever
     * @param maxEntries in the store
     * @param maxBytes in the store
     */
    public record Keeping(int windowEntries, long windowBytes, long maxAgeMs, long maxEntries, long maxBytes) {}

    /**
     * How much is kept of files (protocol.md 14).
     *
     * @param maxBytes of one
     * @param quotaBytes of a user's together
     * @param totalBytes of all
     * @param keepMs how long a complete one can be fetched
     */
    public record Files(long maxBytes, long quotaBytes, long totalBytes, long keepMs) {}
}
