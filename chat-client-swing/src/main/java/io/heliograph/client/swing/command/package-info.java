/** What a user can do: one class per command, which menu, key, button and slash command share. No Swing. */
@NullMarked
package io.heliograph.client.swing.command;

import org.jspecify.annotations.NullMarked;
