/** The check of the network: what was seen on the way to a server, what it means, what to do. */
@NullMarked
package io.heliograph.client.swing.netcheck;

import org.jspecify.annotations.NullMarked;
