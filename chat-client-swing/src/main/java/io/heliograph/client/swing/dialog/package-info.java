/** What the dialogs of the desktop are made of: their frame, lists of rows, questions, pictures of links. */
@NullMarked
package io.heliograph.client.swing.dialog;

import org.jspecify.annotations.NullMarked;
