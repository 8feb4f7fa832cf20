/**
 * What a client keeps on its own disk, as those who use it see it: small values by key, and the history of what was
 * said. Interfaces alone: {@code core.profile} writes the files.
 */
@NullMarked
package io.heliograph.client.core.store;

import org.jspecify.annotations.NullMarked;
