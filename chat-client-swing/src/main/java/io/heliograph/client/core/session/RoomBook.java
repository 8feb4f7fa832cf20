package io.heliograph.client.core.session;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.InstanceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rooms a user is in, through every reconnect (protocol.md 8.1), and how far the own mailbox was read.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class RoomBook {
    private final Map<String, Membership> rooms = new LinkedHashMap<>();
    private final Map<Integer, Target> requests = new HashMap<>();
    private InstanceId mailboxInstance = InstanceId.NONE;
    private long mailboxSeq;
    private int lastRequest;

    // Commands

    /** False if it is in the book already. */
    boolean add(Target room) {
        return rooms.putIfAbsent(room.key(), new Membership(room)) == null;
    }

    void remove(Target room) {
        rooms.remove(room.key());
    }

    /** A newcomer's request, or that of a member who returns. */
    ClientMessage.Join join(Membership membership) {
        int request = nextRequest();
        requests.put(request, membership.room());
        return new ClientMessage.Join(
                request, membership.room().address(), membership.instance(), membership.lastSeq());
    }

    ClientMessage.Leave leave(Target room) {
        int request = nextRequest();
        requests.put(request, room);
        return new ClientMessage.Leave(request, room.address());
    }

    int nextRequest() {
        lastRequest = lastRequest == Integer.MAX_VALUE ? 1 : lastRequest + 1;
        return lastRequest;
    }

    // Inputs

    void onConnectionLost() {
        rooms.values().forEach(Membership::onConnectionLost);
        requests.clear();
    }

    /** The room that {@code request} was about; null if none was. */
    @Nullable
    Target onAnswer(int request) {
        return requests.remove(request);
    }

    /** Another run of the relay counts the mailbox from the beginning. */
    void onWelcome(InstanceId instance) {
        if (!instance.equals(mailboxInstance)) {
            mailboxInstance = instance;
            mailboxSeq = 0;
        }
    }

    /** False for an entry of the mailbox that was seen before. */
    boolean onDirect(long seq) {
        if (seq <= mailboxSeq) {
            return false;
        }
        mailboxSeq = seq;
        return true;
    }

    // Queries

    @Nullable
    Membership find(Target room) {
        return rooms.get(room.key());
    }

    boolean isJoined(Target room) {
        Membership membership = find(room);
        return membership != null && membership.isJoined();
    }

    List<Membership> all() {
        return new ArrayList<>(rooms.values());
    }

    InstanceId mailboxInstance() {
        return mailboxInstance;
    }

    long mailboxSeq() {
        return mailboxSeq;
    }
}
