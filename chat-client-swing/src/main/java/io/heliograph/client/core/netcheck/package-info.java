/** Why a server cannot be reached: what can be seen from here, what follows from it, and what to do. */
@NullMarked
package io.heliograph.client.core.netcheck;

import org.jspecify.annotations.NullMarked;
