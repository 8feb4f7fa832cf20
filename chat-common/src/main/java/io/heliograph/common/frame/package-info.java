/** What a sealed record holds (protocol.md 5.1). Values only. */
@NullMarked
package io.heliograph.common.frame;

import org.jspecify.annotations.NullMarked;
