/** Finding, making, leaving and looking after rooms. */
@NullMarked
package io.heliograph.client.swing.rooms;

import org.jspecify.annotations.NullMarked;
