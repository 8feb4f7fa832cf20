/**
 * The end-to-end layer of the client (protocol.md 13): devices and their keys, rolls, chains, trust.
 *
 * <p>Knows the relay through {@link io.heliograph.client.core.e2e.RelayRequests} alone; owns no socket, clock or
 * thread. All of it belongs to the client's loop.
 */
@NullMarked
package io.heliograph.client.core.e2e;

import org.jspecify.annotations.NullMarked;
