/** The disk's side of transfers: blocking work on real files, and the one thread that does it. */
@NullMarked
package io.heliograph.client.core.files.disk;

import org.jspecify.annotations.NullMarked;
