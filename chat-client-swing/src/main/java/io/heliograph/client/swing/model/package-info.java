/** What the desktop knows, built from events alone. No Swing. */
@NullMarked
package io.heliograph.client.swing.model;

import org.jspecify.annotations.NullMarked;
