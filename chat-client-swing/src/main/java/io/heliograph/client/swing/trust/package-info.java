/** Whose key is whose: comparing, accepting, the account's devices, its password and identity. */
@NullMarked
package io.heliograph.client.swing.trust;

import org.jspecify.annotations.NullMarked;
