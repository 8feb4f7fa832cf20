/** The log: where its lines go and which are written. Never holds content, keys or passwords. */
@NullMarked
package io.heliograph.server.logging;

import org.jspecify.annotations.NullMarked;
