/** The JSON packets as values (protocol.md 2). Knows no encoding, no key and no state. */
@NullMarked
package io.heliograph.common.packet;

import org.jspecify.annotations.NullMarked;
