/** Bounded logs of encoded messages, behind rooms and mailboxes. Pure: no transport, no storage, no clock. */
@NullMarked
package io.heliograph.server.log;

import org.jspecify.annotations.NullMarked;
