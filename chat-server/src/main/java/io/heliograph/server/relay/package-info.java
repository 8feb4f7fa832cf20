/** The relay put together: connections below, routing rules above, and the one loop that owns both. */
@NullMarked
package io.heliograph.server.relay;

import org.jspecify.annotations.NullMarked;
