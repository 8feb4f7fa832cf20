/** What people do with messages: answer, react, copy, pin, forward, delete, look how far one has come. */
@NullMarked
package io.heliograph.client.swing.actions;

import org.jspecify.annotations.NullMarked;
