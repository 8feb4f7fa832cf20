/** Values without behaviour that every layer may use: octets, peer addresses. Depends on nothing of ours. */
@NullMarked
package io.heliograph.common.util;

import org.jspecify.annotations.NullMarked;
