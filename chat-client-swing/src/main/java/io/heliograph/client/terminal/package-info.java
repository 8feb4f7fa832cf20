/**
 * The client in a terminal, behind a pipe, and for programs: three renderings of the same events. Knows no Swing.
 */
@NullMarked
package io.heliograph.client.terminal;

import org.jspecify.annotations.NullMarked;
