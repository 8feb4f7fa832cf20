package io.heliograph.server.store;

/**
 * What a room's owners decide. {@link #toString} hides the password's hash.
 *
 * @param access the number on the wire: 1 public, 2 password, 3 private, 4 hidden
 * @param passwordHash empty, or a salted hash made by {@code RoomPassword}
 * @param slowModeS seconds between two messages of a member; 0 for none
 * @param retentionDays how long messages are kept; 0: as long as the server says
 */
public record RoomSettings(
        String topic,
        String description,
        int access,
        String passwordHash,
        boolean announceOnly,
        int slowModeS,
        int retentionDays) {
    public static final RoomSettings STANDARD = new RoomSettings("", "", 1, "", false, 0, 0);

    public RoomSettings withTopic(String changed) {
        return new RoomSettings(changed, description, access, passwordHash, announceOnly, slowModeS, retentionDays);
    }

    public RoomSettings withDescription(String changed) {
        return new RoomSettings(topic, changed, access, passwordHash, announceOnly, slowModeS, retentionDays);
    }

    /** {@code hash} empty: no password. */
    public RoomSettings withAccess(int changed, String hash) {
        return new RoomSettings(topic, description, changed, hash, announceOnly, slowModeS, retentionDays);
    }

    public RoomSettings withAnnounceOnly(boolean changed) {
        return new RoomSettings(topic, description, access, passwordHash, changed, slowModeS, retentionDays);
    }

    public RoomSettings withSlowModeS(int changed) {
        return new RoomSettings(topic, description, access, passwordHash, announceOnly, changed, retentionDays);
    }

    public RoomSettings withRetentionDays(int changed) {
        return new RoomSettings(topic, description, access, passwordHash, announceOnly, slowModeS, changed);
    }

    @Override
    public String toString() {
        return "RoomSettings[access=" + access + "]";
    }
}
