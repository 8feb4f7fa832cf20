/** The test kit: what the tests of every module share. */
@NullMarked
package io.heliograph.common.testing;

import org.jspecify.annotations.NullMarked;
