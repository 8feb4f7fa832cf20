/**
 * What outlives the process: accounts, conversations and everything that was said. An interface that the relay's rules
 * use from their loop; {@code store.sql} is one implementation. Knows no SQL, no thread and no clock.
 */
@NullMarked
package io.heliograph.server.store;

import org.jspecify.annotations.NullMarked;
