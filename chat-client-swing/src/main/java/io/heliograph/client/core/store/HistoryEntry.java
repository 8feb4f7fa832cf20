package io.heliograph.client.core.store;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One posting as this client has read it.
 *
 * @param instance the server's history that {@code conversation} and {@code seq} belong to
 * @param conversation the server's number, from 1
 * @param where the same for people
 * @param seq the number in the conversation, from 1
 * @param kind up to 15: what members post
 * @param id the author's name for it; null if it has none
 * @param from the author
 * @param own written by this user, on any device
 * @param timeMs milliseconds since 1970, UTC, as the server told; to be shown, never to be ordered by
 * @param refSeq the entry that it is about; 0 for none
 * @param body opened, as protocol.md 6 calls a body; empty for a message that was deleted
 * @param accepted false for what could not be opened or is not believed: kept in its place, never searched
 */
public record HistoryEntry(
        InstanceId instance,
        long conversation,
        Target where,
        long seq,
        EntryKind kind,
        @Nullable MessageId id,
        String from,
        boolean own,
        long timeMs,
        long refSeq,
        Bytes body,
        boolean accepted) {}
