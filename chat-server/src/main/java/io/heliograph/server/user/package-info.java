/**
 * Who has claimed which name, and what the relay remembers of them while it runs. Pure: no transport, no
 * storage, no clock.
 */
@NullMarked
package io.heliograph.server.user;

import org.jspecify.annotations.NullMarked;
