package io.heliograph.client.swing.shell;

/**
 * A server among several, at the edge of the window.
 *
 * @param name what it calls itself; safe to show
 * @param address {@code HOST:PORT}: two servers may call themselves the same
 * @param shown the window shows its conversations
 */
record ServerBadge(String name, String address, String user, long unreadCount, boolean shown, Runnable open) {
    /** The same to look at. */
    boolean looksLike(ServerBadge other) {
        return name.equals(other.name)
                && address.equals(other.address)
                && user.equals(other.user)
                && unreadCount == other.unreadCount
                && shown == other.shown;
    }
}
