/**
 * What a user or a room may be called, and which names look the same (protocol.md 7.2). Pure functions over
 * text.
 */
@NullMarked
package io.heliograph.common.name;

import org.jspecify.annotations.NullMarked;
