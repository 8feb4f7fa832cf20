/** What the end-to-end layer costs with many devices, measured with real clients and a real relay. */
@NullMarked
package io.heliograph.bench.secret;

import org.jspecify.annotations.NullMarked;
