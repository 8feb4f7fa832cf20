/**
 * Finds what was said in the history of this machine, and writes it into files: without the server, on a thread of its
 * own.
 */
@NullMarked
package io.heliograph.client.core.search;

import org.jspecify.annotations.NullMarked;
