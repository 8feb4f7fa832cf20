package io.heliograph.client.core.files;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.e2e.RelayRequests;
import java.util.function.Consumer;

/**
 * What every transfer stands on.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
record Ground(FilesDrawer drawer, FileDisk disk, FileHost host, RelayRequests relay, Consumer<ClientEvent> events) {}
