package io.heliograph.server.session;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ServerMessage.Gap;
import io.heliograph.server.log.MessageLog;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Moves what a session has not been sent yet from the logs into its link, never more than the link can carry soon.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Feed {
    /** Enough to fill the path for a round trip; beyond it entries wait in the log they are in anyway. */
    private static final long MAX_LINK_QUEUE_BYTES = 256 * 1024;

    private final SessionLink link;
    private final String ownKey;
    private final Map<MessageLog, Cursor> cursors = new LinkedHashMap<>();

    Feed(SessionLink link, String ownKey) {
        this.link = link;
        this.ownKey = ownKey;
    }

    void follow(String source, MessageLog log, long fromSeq) {
        cursors.put(log, new Cursor(source, log, fromSeq));
        pump();
    }

    void unfollow(MessageLog log) {
        cursors.remove(log);
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
        for (Cursor cursor : cursors.values()) {
            pump(cursor);
        }
    }

    boolean hasBacklog() {
        return cursors.values().stream().anyMatch(Cursor::hasBacklog);
    }

    private void pump(Cursor cursor) {
        MessageLog log = cursor.log();
        if (cursor.nextSeq() < log.firstSeq()) {
            Gap gap = new Gap(cursor.source(), cursor.nextSeq(), log.firstSeq() - 1);
            link.send(SessionLink.CHAT_LANE, MessageCodec.encode(gap));
            cursor.advanceTo(log.firstSeq());
        }
        while (cursor.hasBacklog() && link.queuedBytes() < MAX_LINK_QUEUE_BYTES) {
            MessageLog.Entry entry = log.at(cursor.nextSeq());
            if (!entry.author().equals(ownKey)) {
                link.send(SessionLink.CHAT_LANE, entry.encoded());
            }
            cursor.advanceTo(cursor.nextSeq() + 1);
        }
    }
}
