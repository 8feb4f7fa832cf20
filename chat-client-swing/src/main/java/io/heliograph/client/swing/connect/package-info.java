/** From nothing to a running client: servers, first contact, refusals. */
@NullMarked
package io.heliograph.client.swing.connect;

import org.jspecify.annotations.NullMarked;
