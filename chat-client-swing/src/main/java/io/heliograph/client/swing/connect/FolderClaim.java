package io.heliograph.client.swing.connect;

/**
 * Whose the folder is that was named at the start. It holds one profile: that of who gets in first. Who only tried, at
 * an address that was mistyped, leaves it to the next.
 *
 * <p>Not thread-safe; owned by the opener's worker.
 */
final class FolderClaim {
    private String owner = "";
    private boolean settled;

    /** True if the folder is for this one, as far as it is known. */
    boolean take(String who) {
        if (owner.isEmpty()) {
            owner = who;
        }
        return owner.equals(who);
    }

    /** The server has let him in. */
    void settle(String who) {
        settled |= owner.equals(who);
    }

    /** He has left, or was never there. */
    void leave(String who) {
        if (!settled && owner.equals(who)) {
            owner = "";
        }
    }
}
