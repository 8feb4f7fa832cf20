/** Pictures at full size. */
@NullMarked
package io.heliograph.client.swing.viewer;

import org.jspecify.annotations.NullMarked;
