/** What the desktop remembers between starts; nothing secret. */
@NullMarked
package io.heliograph.client.swing.settings;

import org.jspecify.annotations.NullMarked;
