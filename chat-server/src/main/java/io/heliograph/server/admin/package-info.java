/** The operator's commands, the same from the console and from administrators in chat. Run on the relay loop. */
@NullMarked
package io.heliograph.server.admin;

import org.jspecify.annotations.NullMarked;
