/** The operator's commands as pages, for administrators. */
@NullMarked
package io.heliograph.client.swing.admin;

import org.jspecify.annotations.NullMarked;
