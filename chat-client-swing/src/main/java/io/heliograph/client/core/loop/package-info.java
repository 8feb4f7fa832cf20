/**
 * The client's threads: one loop that owns the session, one that receives, one worker for slow keys, one for
 * events, one that answers from the history.
 */
@NullMarked
package io.heliograph.client.core.loop;

import org.jspecify.annotations.NullMarked;
