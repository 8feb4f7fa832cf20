/** Many clients in one process, for measuring a relay. One thread runs them all. */
@NullMarked
package io.heliograph.bench.load;

import org.jspecify.annotations.NullMarked;
