package io.heliograph.server.session;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ServerMessage.Gap;
import io.heliograph.server.log.MessageLog;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves what a session has not been sent yet from the logs into its link, never more than the link can carry soon.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Feed {
    /** Enough to fill the path for a round trip; beyond it entries wait in the log they are in anyway. */
    private static final long MAX_LINK_QUEUE_BYTES = 256 * 1024;

    private final SessionLink link;
    private final long ownId;
    private final Map<MessageLog, Cursor> cursors = new HashMap<>();
    /** Those that found the link full. */
    private final Set<Cursor> behind = new LinkedHashSet<>();

    Feed(SessionLink link, long ownId) {
        this.link = link;
        this.ownId = ownId;
    }

    void follow(long source, MessageLog log, long fromSeq) {
        Cursor cursor = new Cursor(source, log, fromSeq);
        unfollow(log);
        cursors.put(log, cursor);
        pump(cursor);
    }

    void unfollow(MessageLog log) {
        Cursor cursor = cursors.remove(log);
        if (cursor != null) {
            behind.remove(cursor);
        }
    }

    /** Call when {@code log} has grown. */
    void onAppended(MessageLog log) {
        Cursor cursor = cursors.get(log);
        if (cursor != null) {
            pump(cursor);
        }
    }

    /** Call when the link may have room again. */
    void pump() {
        if (!behind.isEmpty()) {
            List.copyOf(behind).forEach(this::pump);
        }
    }

    private void pump(Cursor cursor) {
        MessageLog log = cursor.log();
        boolean hasRoom = link.queuedBytes() < MAX_LINK_QUEUE_BYTES;
        if (hasRoom && cursor.nextSeq() < log.firstSeq()) {
            Gap gap = new Gap(cursor.source(), cursor.nextSeq(), log.firstSeq() - 1);
            link.send(SessionLink.CHAT_LANE, MessageCodec.encode(gap));
            cursor.advanceTo(log.firstSeq());
        }
        while (hasRoom && cursor.hasBacklog() && link.queuedBytes() < MAX_LINK_QUEUE_BYTES) {
            MessageLog.Entry entry = log.at(cursor.nextSeq());
            if (entry.origin() != ownId) {
                link.send(SessionLink.CHAT_LANE, entry.encoded());
            }
            cursor.advanceTo(cursor.nextSeq() + 1);
        }
        if (cursor.hasBacklog()) {
            behind.add(cursor);
        } else {
            behind.remove(cursor);
        }
    }
}
