/**
 * How two strangers come to share keys (protocol.md 3), as two machines without sockets, clocks or threads. Knows
 * nothing of records and channels.
 */
@NullMarked
package io.heliograph.common.handshake;

import org.jspecify.annotations.NullMarked;
