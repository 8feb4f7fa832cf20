/**
 * Everything that touches a socket or a thread: receiving, sending, and the loop that is the single writer of
 * what it owns.
 */
@NullMarked
package io.heliograph.common.net;

import org.jspecify.annotations.NullMarked;
