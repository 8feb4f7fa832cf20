/**
 * The client's folder on disk: device key, pinned servers, outbox, log. Everything here blocks on files, and refuses
 * what it cannot read rather than writing over it.
 */
@NullMarked
package io.heliograph.client.core.profile;

import org.jspecify.annotations.NullMarked;
