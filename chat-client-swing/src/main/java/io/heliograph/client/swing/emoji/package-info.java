/** Colour emoji: pictures over the real characters. Names and pictures come with the program. */
@NullMarked
package io.heliograph.client.swing.emoji;

import org.jspecify.annotations.NullMarked;
