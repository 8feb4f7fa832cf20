/**
 * The reliable channel (protocol.md 5): lanes of messages, fragments, acknowledgement, loss detection, congestion
 * control, redundancy for thin streams. Owns no socket, clock, thread, key or random source; only the connection calls
 * it.
 */
@NullMarked
package io.heliograph.common.channel;

import org.jspecify.annotations.NullMarked;
