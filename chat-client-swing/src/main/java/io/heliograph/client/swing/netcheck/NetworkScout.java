package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.NetworkCheck;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.net.NamedThreads;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Each check on a thread of its own: what else takes long must not wait for it.
 *
 * <p>Thread-safe.
 */
final class NetworkScout implements NetworkChecker {
    private final NetworkCheck check;
    private final Executor events;

    NetworkScout(RandomSource random, Executor events) {
        this.check = new NetworkCheck(random);
        this.events = events;
    }

    @Override
    public void check(ServerName server, Consumer<NetworkReport> done) {
        NamedThreads.make("network-check", () -> {
                    NetworkReport report = check.run(server);
                    events.execute(() -> done.accept(report));
                })
                .start();
    }
}
