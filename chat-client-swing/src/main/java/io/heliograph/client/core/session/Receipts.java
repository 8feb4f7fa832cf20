package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.Mark;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Who has the own messages of one conversation, and who has read them (protocol.md 8.7).
 *
 * <p>Follows the newest {@value #MAX_FOLLOWED} messages. Not thread-safe; owned by the client's loop.
 */
final class Receipts {
    static final int MAX_FOLLOWED = 500;
    /** More members than a room has; a bound for what a relay may say. */
    static final int MAX_NAMES = 10_000;

    private static final class Followed {
        final MessageId id;
        final int of;
        /** Said on this device in this run: its states are told. */
        final boolean fresh;

        int deliveredCount;
        int readCount;
        MessageState told = MessageState.STORED;

        Followed(MessageId id, int of, boolean fresh) {
            this.id = id;
            this.of = of;
            this.fresh = fresh;
        }
    }

    private final Target where;
    private final Consumer<ClientEvent> events;
    private final Map<String, Mark> marks = new HashMap<>();
    private final NavigableMap<Long, Followed> followed = new TreeMap<>();

    Receipts(Target where, Consumer<ClientEvent> events) {
        this.where = where;
        this.events = events;
    }

    /** {@code of}: other members; {@code fresh}: said on this device in this run. */
    void follow(MessageId id, long seq, int of, boolean fresh) {
        if (of > 0 && !followed.containsKey(seq)) {
            Followed message = new Followed(id, of, fresh);
            followed.put(seq, message);
            marks.values().forEach(mark -> count(seq, message, new Mark(mark.name(), 0, 0), mark));
            if (message.deliveredCount > 0) {
                report(seq, message);
            }
            if (followed.size() > MAX_FOLLOWED) {
                followed.pollFirstEntry();
            }
        }
    }

    void onReceipts(List<Mark> moved, String reader) {
        Map<Long, Followed> changed = new TreeMap<>();
        for (Mark mark : moved) {
            Mark before = marks.getOrDefault(mark.name(), new Mark(mark.name(), 0, 0));
            boolean known = marks.containsKey(mark.name()) || marks.size() < MAX_NAMES;
            if (known && !mark.name().equals(reader)) {
                Mark after = furthest(before, mark);
                marks.put(mark.name(), after);
                followed.headMap(after.deliveredSeq(), true).forEach((seq, message) -> {
                    if (count(seq, message, before, after)) {
                        changed.put(seq, message);
                    }
                });
            }
        }
        changed.forEach(this::report);
    }

    void onMembers(List<MemberEntry> members, String reader) {
        List<Mark> all = new ArrayList<>();
        members.forEach(member -> all.add(new Mark(member.name(), member.deliveredSeq(), member.readSeq())));
        onReceipts(all, reader);
    }

    /** While this client was away others may have read on: who they are is asked for only if somebody waits for it. */
    boolean waitsForNews() {
        return followed.values().stream().anyMatch(message -> message.readCount < message.of);
    }

    private static Mark furthest(Mark before, Mark now) {
        long read = Math.max(before.readSeq(), now.readSeq());
        // "read" implies "delivered".
        return new Mark(now.name(), Math.max(Math.max(before.deliveredSeq(), now.deliveredSeq()), read), read);
    }

    private static boolean count(long seq, Followed message, Mark before, Mark after) {
        boolean delivered = before.deliveredSeq() < seq && after.deliveredSeq() >= seq;
        boolean read = before.readSeq() < seq && after.readSeq() >= seq;
        message.deliveredCount += delivered ? 1 : 0;
        message.readCount += read ? 1 : 0;
        return delivered || read;
    }

    private void report(long seq, Followed message) {
        // Somebody who came later may have it as well.
        int delivered = Math.min(message.deliveredCount, message.of);
        int read = Math.min(message.readCount, message.of);
        events.accept(new ClientEvent.ReceiptsChanged(where, message.id, seq, delivered, read, message.of));
        if (message.fresh && delivered == message.of && message.told == MessageState.STORED) {
            message.told = MessageState.DELIVERED;
            events.accept(new ClientEvent.StateChanged(message.id, MessageState.DELIVERED, ""));
        }
        if (message.fresh && read == message.of && message.told != MessageState.READ) {
            message.told = MessageState.READ;
            events.accept(new ClientEvent.StateChanged(message.id, MessageState.READ, ""));
        }
    }
}
