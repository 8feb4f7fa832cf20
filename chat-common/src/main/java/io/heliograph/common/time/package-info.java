/** Time as the loops read it. Only loops hold a clock; everything below them is told the time. */
@NullMarked
package io.heliograph.common.time;

import org.jspecify.annotations.NullMarked;
