package io.heliograph.client.swing.notify;

import io.heliograph.client.core.Target;
import org.jspecify.annotations.Nullable;

/**
 * One notification; safe to show.
 *
 * @param key the one before with the same key is replaced
 * @param where opened by a click; null for nothing
 * @param urgent it names the user, or is for nobody else
 */
record Note(String key, String title, String body, @Nullable Target where, boolean urgent) {}
