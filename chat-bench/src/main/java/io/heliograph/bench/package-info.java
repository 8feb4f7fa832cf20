/** Benchmarks and load generators; never shipped. */
@NullMarked
package io.heliograph.bench;

import org.jspecify.annotations.NullMarked;
