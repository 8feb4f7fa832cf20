/** The server's settings: where they come from, what they mean, and what is wrong with them. */
@NullMarked
package io.heliograph.server.config;

import org.jspecify.annotations.NullMarked;
