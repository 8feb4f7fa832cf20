/** Every text of the desktop, from resource bundles. */
@NullMarked
package io.heliograph.client.swing.words;

import org.jspecify.annotations.NullMarked;
