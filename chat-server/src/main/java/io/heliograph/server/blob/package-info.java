/** The octets of blobs, as files in the data folder. */
@NullMarked
package io.heliograph.server.blob;

import org.jspecify.annotations.NullMarked;
