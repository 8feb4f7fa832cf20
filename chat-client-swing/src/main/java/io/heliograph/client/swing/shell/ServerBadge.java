package io.heliograph.client.swing.shell;

/**
 * A server among several, at the edge of the window.
 *
 * @param name what it calls itself; safe to show
 * @param shown the window shows its conversations
 */
record ServerBadge(String name, String user, long unreadCount, boolean shown, Runnable open) {
    /** The same to look at. */
    boolean looksLike(ServerBadge other) {
        return name.equals(other.name)
                && user.equals(other.user)
                && unreadCount == other.unreadCount
                && shown == other.shown;
    }
}
