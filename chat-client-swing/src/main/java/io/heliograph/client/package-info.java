/** The client: one core, a desktop and a terminal. */
@NullMarked
package io.heliograph.client;

import org.jspecify.annotations.NullMarked;
