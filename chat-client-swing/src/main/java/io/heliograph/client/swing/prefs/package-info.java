/** The settings, page by page, and what the program says about itself. */
@NullMarked
package io.heliograph.client.swing.prefs;

import org.jspecify.annotations.NullMarked;
