/** Who is here, what they are known by, and what the user shows of oneself. */
@NullMarked
package io.heliograph.client.swing.people;

import org.jspecify.annotations.NullMarked;
