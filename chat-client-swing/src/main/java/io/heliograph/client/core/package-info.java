/**
 * The client without a face: commands in, one stream of events out. Knows neither Swing nor a terminal; a face
 * submits
 * {@link io.heliograph.client.core.ClientCommand}s to a {@link io.heliograph.client.core.ChatClient} and renders its
 * {@link io.heliograph.client.core.ClientEvent}s.
 */
@NullMarked
package io.heliograph.client.core;

import org.jspecify.annotations.NullMarked;
