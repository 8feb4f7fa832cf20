/** Which key does what, and how a user chooses another one. */
@NullMarked
package io.heliograph.client.swing.keys;

import org.jspecify.annotations.NullMarked;
