/** Pictures from files: read with distrust, made small. Needs the toolkit's images, no display and no event thread. */
@NullMarked
package io.heliograph.client.swing.images;

import org.jspecify.annotations.NullMarked;
