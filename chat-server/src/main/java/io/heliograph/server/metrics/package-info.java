/** Health and figures over HTTP on the loopback interface, for whoever watches the server from outside. */
@NullMarked
package io.heliograph.server.metrics;

import org.jspecify.annotations.NullMarked;
