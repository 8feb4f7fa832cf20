package io.heliograph.client.core.session;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;

/**
 * A message that the relay has not answered.
 *
 * @param timeMs when it was written, milliseconds since 1970
 * @param body as it goes over the wire, so that a repetition is the same to the octet
 */
public record OutboxEntry(MessageId id, Target to, long timeMs, Bytes body) {}
