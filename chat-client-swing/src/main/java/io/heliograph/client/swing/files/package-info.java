/** Files of messages: what they look like, how far they have come, and what waits to be sent. */
@NullMarked
package io.heliograph.client.swing.files;

import org.jspecify.annotations.NullMarked;
