/** The data folder: the server's identity, its administrators, and the lock that keeps a second server out. */
@NullMarked
package io.heliograph.server.folder;

import org.jspecify.annotations.NullMarked;
