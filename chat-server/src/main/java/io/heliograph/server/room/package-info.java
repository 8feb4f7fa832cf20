/** Rooms and the bounded logs behind them. Pure: no transport, no storage, no clock. */
@NullMarked
package io.heliograph.server.room;

import org.jspecify.annotations.NullMarked;
