/** Tells the user of what happens where they do not look: by the desktop's own notifications, the tray or a card. */
@NullMarked
package io.heliograph.client.swing.notify;

import org.jspecify.annotations.NullMarked;
