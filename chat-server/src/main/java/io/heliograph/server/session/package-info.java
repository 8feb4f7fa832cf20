/** One client's connection as the relay sees it: who it is, what it still has to be sent, how fast it may speak. */
@NullMarked
package io.heliograph.server.session;

import org.jspecify.annotations.NullMarked;
