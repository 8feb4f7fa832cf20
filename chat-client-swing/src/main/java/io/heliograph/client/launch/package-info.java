/** The command line of the client, read and checked for whichever face it asks for. */
@NullMarked
package io.heliograph.client.launch;

import org.jspecify.annotations.NullMarked;
