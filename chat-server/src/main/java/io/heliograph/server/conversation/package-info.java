/**
 * Rooms and direct conversations: who is in them and who may do what. Pure: no transport, no storage, no clock.
 */
@NullMarked
package io.heliograph.server.conversation;

import org.jspecify.annotations.NullMarked;
