/**
 * A bad network on one machine: a UDP proxy that loses, doubles, delays and reorders, and moves its clients
 * to other ports.
 */
@NullMarked
package io.heliograph.bench.proxy;

import org.jspecify.annotations.NullMarked;
