package io.heliograph.server.routing;

/**
 * The emergency brake (protocol.md 9): 0 none, 1 nobody registers, 2 also nobody enrols a device or makes a room, 3
 * only administrators log in.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Lockdown {
    static final int MAX_LEVEL = 3;

    private int level;

    Lockdown(int level) {
        this.level = level;
    }

    int level() {
        return level;
    }

    void setLevel(int changed) {
        level = changed;
    }

    boolean forbidsAccounts() {
        return level >= 1;
    }

    boolean forbidsDevices() {
        return level >= 2;
    }

    boolean forbidsRooms() {
        return level >= 2;
    }

    boolean forbidsLogins() {
        return level >= MAX_LEVEL;
    }
}
