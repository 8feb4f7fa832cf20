/**
 * What a client and a relay say to each other once keys are agreed (protocol.md 6). Values only: they check
 * their own bounds and
 * know neither wire nor transport.
 */
@NullMarked
package io.heliograph.common.message;

import org.jspecify.annotations.NullMarked;
