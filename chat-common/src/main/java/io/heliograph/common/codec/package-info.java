/**
 * Octets to values and back. Bounds everything before it is parsed; throws {@code MalformedException} and
 * nothing else.
 */
@NullMarked
package io.heliograph.common.codec;

import org.jspecify.annotations.NullMarked;
