/**
 * What members seal for each other and the relay cannot read: prekeys, boxes, rolls, chains, files (protocol.md 13,
 * 14). Rules over octets only: time and random octets are handed in, nothing here knows the relay, a clock or a thread.
 *
 * <p>Everything read here comes from the relay and is hostile until it proves right: what does not is null or a named
 * failure, never an exception.
 */
@NullMarked
package io.heliograph.common.e2e;

import org.jspecify.annotations.NullMarked;
