/** What a message says, as styled runs and as lines of a width. A message never becomes HTML. */
@NullMarked
package io.heliograph.client.swing.text;

import org.jspecify.annotations.NullMarked;
