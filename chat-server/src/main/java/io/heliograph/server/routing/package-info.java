/**
 * What the relay does with what clients say: logins, rooms, posts, presence. Decides and never blocks; knows
 * no socket, no storage, no
 * clock of its own.
 */
@NullMarked
package io.heliograph.server.routing;

import org.jspecify.annotations.NullMarked;
