/**
 * Sealing and opening of records on one connection: numbers seen, keys in use, change of keys (protocol.md 4). Owns
 * no socket, clock or thread.
 */
@NullMarked
package io.heliograph.common.record;

import org.jspecify.annotations.NullMarked;
