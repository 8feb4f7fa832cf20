/** Beginning a conversation: with a person, in a room of one's own, or in one of the server's. */
@NullMarked
package io.heliograph.client.swing.start;

import org.jspecify.annotations.NullMarked;
