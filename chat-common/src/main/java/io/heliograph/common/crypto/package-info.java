/**
 * Primitives behind names that are hard to misuse. The only package that knows Bouncy Castle and {@code
 * javax.crypto}, and the only
 * one that makes a random source.
 */
@NullMarked
package io.heliograph.common.crypto;

import org.jspecify.annotations.NullMarked;
