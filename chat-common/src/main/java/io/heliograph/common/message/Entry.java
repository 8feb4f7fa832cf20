package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation's log (protocol.md 8.5).
 *
 * @param seq its number, from 1
 * @param kind null for a kind of a later version, which is passed over but counts
 * @param id the author's own name for it; null for what the server says
 * @param from the author; empty for the server
 * @param refSeq the entry it is about; 0 for none
 * @param body opaque for kinds up to 15; a {@link Notice} from 16 on; empty for a message that was deleted
 */
public record Entry(
        long seq,
        @Nullable EntryKind kind,
        @Nullable MessageId id,
        String from,
        long timeMs,
        long refSeq,
        Bytes body) {}
