/** The messages of a conversation: the seam to a message list, and a plain one. */
@NullMarked
package io.heliograph.client.swing.timeline;

import org.jspecify.annotations.NullMarked;
