/** Text from others made safe to show, and words made out of mistyped ones. Pure functions. */
@NullMarked
package io.heliograph.common.text;

import org.jspecify.annotations.NullMarked;
