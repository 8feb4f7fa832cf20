/** Where the user writes: the composer, what completes in it, and files on their way out. */
@NullMarked
package io.heliograph.client.swing.compose;

import org.jspecify.annotations.NullMarked;
