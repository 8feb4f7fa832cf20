/** Controls that all look alike, and have a name for screen readers. */
@NullMarked
package io.heliograph.client.swing.control;

import org.jspecify.annotations.NullMarked;
