/**
 * What a client remembers and decides between its user and its connection: login, rooms, outbox, reconnecting.
 * Machines
 * without thread, clock, socket or random source of their own; all of them belong to one loop.
 */
@NullMarked
package io.heliograph.client.core.session;

import org.jspecify.annotations.NullMarked;
