package io.heliograph.bench.load;

import io.heliograph.common.channel.ChannelConfig;
import io.heliograph.common.connection.ClientEndpointConfig;
import io.heliograph.common.connection.ConnectionConfig;
import io.heliograph.common.handshake.HandshakeConfig;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.common.time.NanoClock;
import java.util.concurrent.TimeUnit;

/** The settings of a simulated user: those of a real one. */
final class LoadConfig {
    private LoadConfig() {}

    static ClientEndpointConfig endpoint() {
        ConnectionConfig connection = new ConnectionConfig(
                RekeyPolicy.STANDARD, ChannelConfig.defaults(), TimeUnit.MINUTES.toNanos(30), NanoClock.NEVER_NS);
        return new ClientEndpointConfig(
                HandshakeConfig.STANDARD, connection, TimeUnit.SECONDS.toNanos(5), TimeUnit.SECONDS.toNanos(10));
    }
}
