/** The desktop: one more face of the client's core. Presenters know no Swing, views decide nothing. */
@NullMarked
package io.heliograph.client.swing;

import org.jspecify.annotations.NullMarked;
