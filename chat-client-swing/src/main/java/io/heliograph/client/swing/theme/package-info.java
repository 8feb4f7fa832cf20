/** Colours, fonts and icons by their use; the values stand in properties files beside this package. */
@NullMarked
package io.heliograph.client.swing.theme;

import org.jspecify.annotations.NullMarked;
