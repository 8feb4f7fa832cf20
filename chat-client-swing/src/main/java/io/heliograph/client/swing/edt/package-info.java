/** The one way to the event dispatch thread. */
@NullMarked
package io.heliograph.client.swing.edt;

import org.jspecify.annotations.NullMarked;
