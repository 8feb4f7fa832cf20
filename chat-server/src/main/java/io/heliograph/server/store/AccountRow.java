package io.heliograph.server.store;

/**
 * An account as it is stored. {@link #toString} hides the password's hash.
 *
 * @param skeleton what the name looks like; unique
 * @param passwordHash PHC string of Argon2id; empty: no password
 * @param lastSeenMs 0 for never
 */
public record AccountRow(
        long id,
        String name,
        String skeleton,
        String passwordHash,
        boolean admin,
        boolean disabled,
        Preferences preferences,
        Status status,
        long createdMs,
        long lastSeenMs) {

    /** What others are told about this user. */
    public record Preferences(boolean tellsDelivered, boolean tellsRead, boolean tellsLastSeen) {
        public static final Preferences STANDARD = new Preferences(true, true, false);
    }

    /**
     * What the user chose to show.
     *
     * @param state the number on the wire; 1 online, 2 away, 3 busy, 4 invisible
     * @param untilMs when the text ends; 0 for never
     */
    public record Status(int state, String text, long untilMs) {
        public static final Status STANDARD = new Status(1, "", 0);
    }

    /** A new one, without rights and never seen. */
    public static AccountRow fresh(long id, String name, String skeleton, String passwordHash, long createdMs) {
        return new AccountRow(
                id, name, skeleton, passwordHash, false, false, Preferences.STANDARD, Status.STANDARD, createdMs, 0);
    }

    @Override
    public String toString() {
        return "AccountRow[" + id + " " + name + "]";
    }
}
