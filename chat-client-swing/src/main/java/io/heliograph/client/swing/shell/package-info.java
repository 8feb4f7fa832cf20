/** The window: its regions and who decides for them. */
@NullMarked
package io.heliograph.client.swing.shell;

import org.jspecify.annotations.NullMarked;
