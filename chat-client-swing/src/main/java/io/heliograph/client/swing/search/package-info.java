/** Finding what was said: in the open conversation, in all of them, and writing it into files. */
@NullMarked
package io.heliograph.client.swing.search;

import org.jspecify.annotations.NullMarked;
