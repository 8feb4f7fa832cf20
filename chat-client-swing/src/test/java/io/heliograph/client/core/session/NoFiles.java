package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.files.FileTransfers;
import io.heliograph.client.core.files.Ignored;
import io.heliograph.client.core.files.MemoryDisk;
import io.heliograph.client.core.store.MemoryLocalStore;
import java.nio.file.Path;
import java.util.function.Consumer;

/** For a test of the session that is not about files. */
final class NoFiles {
    private NoFiles() {}

    static FileTransfers.Ports ports(Consumer<ClientEvent> events) {
        return new FileTransfers.Ports(
                new MemoryLocalStore(),
                new MemoryDisk(),
                target -> target[0] = 7,
                Path.of("downloads"),
                Ignored.NOBODY,
                events);
    }
}
