/** Files on their way out: chosen, pasted or dropped, looked at, packed and handed over. */
@NullMarked
package io.heliograph.client.swing.sending;

import org.jspecify.annotations.NullMarked;
