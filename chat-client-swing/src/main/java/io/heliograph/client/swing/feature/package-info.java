/** What stands around the conversations, each in a package of its own, and what it may ask of the window. */
@NullMarked
package io.heliograph.client.swing.feature;

import org.jspecify.annotations.NullMarked;
