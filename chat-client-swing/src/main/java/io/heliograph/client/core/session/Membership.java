package io.heliograph.client.core.session;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.InstanceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One room that the user is or wants to be in, and how far it was seen.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Membership {
    private final Set<String> members = new LinkedHashSet<>();
    private Target room;
    private InstanceId instance = InstanceId.NONE;
    private long lastSeq;
    private boolean joined;

    Membership(Target room) {
        this.room = room;
    }

    void onConnectionLost() {
        joined = false;
    }

    /** True if this goes on with a membership that was there before. */
    boolean onJoined(Target named, InstanceId current, long nextSeq, Collection<String> present) {
        boolean again = !instance.isNone();
        room = named;
        instance = current;
        lastSeq = nextSeq - 1;
        joined = true;
        members.clear();
        members.addAll(present);
        return again;
    }

    /** False for an entry that was seen before. */
    boolean advanceTo(long seq) {
        if (seq <= lastSeq) {
            return false;
        }
        lastSeq = seq;
        return true;
    }

    void setMember(String name, boolean present) {
        if (present) {
            members.add(name);
        } else {
            members.remove(name);
        }
    }

    Target room() {
        return room;
    }

    InstanceId instance() {
        return instance;
    }

    long lastSeq() {
        return lastSeq;
    }

    /** The relay has confirmed it on the connection that stands. */
    boolean isJoined() {
        return joined;
    }

    List<String> members() {
        return new ArrayList<>(members);
    }
}
