/** What the relay and its clients share: packets, cryptography, the reliable channel and the messages above it. */
@NullMarked
package io.heliograph.common;

import org.jspecify.annotations.NullMarked;
