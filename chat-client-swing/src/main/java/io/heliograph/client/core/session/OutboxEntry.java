package io.heliograph.client.core.session;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;

/**
 * A posting that the relay has not answered.
 *
 * @param kind up to 15: what members post
 * @param refSeq the entry it is about; 0 for none
 * @param timeMs when it was written, milliseconds since 1970
 * @param body as it goes over the wire, so that a repetition is the same to the octet
 */
public record OutboxEntry(MessageId id, Target to, EntryKind kind, long refSeq, long timeMs, Bytes body) {}
