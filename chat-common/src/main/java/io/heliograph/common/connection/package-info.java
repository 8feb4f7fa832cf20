/**
 * One peer, or many: handshake, records and channel put together, still without socket, thread or clock.
 * Whoever owns an endpoint
 * feeds it datagrams and the time, and drains what comes out.
 */
@NullMarked
package io.heliograph.common.connection;

import org.jspecify.annotations.NullMarked;
