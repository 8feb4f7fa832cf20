/**
 * The data folder: the server's identity, its administrators, the lock that keeps a second server out, and files that
 * nobody else may read.
 */
@NullMarked
package io.heliograph.server.folder;

import org.jspecify.annotations.NullMarked;
