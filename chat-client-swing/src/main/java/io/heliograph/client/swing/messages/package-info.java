/** The list of messages: rows made from entries, laid out when they come near the view, painted by one component. */
@NullMarked
package io.heliograph.client.swing.messages;

import org.jspecify.annotations.NullMarked;
