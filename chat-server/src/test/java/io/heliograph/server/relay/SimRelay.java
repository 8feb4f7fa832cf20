package io.heliograph.server.relay;

import io.heliograph.common.channel.ChannelConfig;
import io.heliograph.common.connection.ConnectionConfig;
import io.heliograph.common.connection.Outgoing;
import io.heliograph.common.connection.ServerEndpoint;
import io.heliograph.common.connection.ServerEndpointConfig;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.handshake.KeyAgreement;
import io.heliograph.common.handshake.ServerHandshake;
import io.heliograph.common.handshake.ServerHandshakeConfig;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.common.testing.SimulatedDatagram;
import io.heliograph.common.testing.SimulatedEndpoint;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import io.heliograph.server.room.RoomLimits;
import io.heliograph.server.routing.Credentials;
import io.heliograph.server.routing.Relay;
import io.heliograph.server.routing.RelayConfig;
import io.heliograph.server.routing.Workers;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A relay in a simulation. {@link #kill} throws away all it remembers, as {@code kill -9} does. */
final class SimRelay implements SimulatedEndpoint {
    private final IdentityKeyPair identity;
    private final RandomSource random;
    private final RekeyPolicy rekey;
    private long nowNs;
    private RelayNode node;
    private boolean dead;

    SimRelay(IdentityKeyPair identity, RekeyPolicy rekey, RandomSource random) {
        this.identity = identity;
        this.random = random;
        this.rekey = rekey;
        this.node = make();
    }

    RelayNode node() {
        return node;
    }

    void kill() {
        dead = true;
    }

    void startAgain() {
        node = make();
        dead = false;
    }

    @Override
    public void onDatagram(PeerAddress from, byte[] bytes, long now) {
        nowNs = now;
        if (dead) {
            return;
        }
        node.onDatagram(from, bytes, bytes.length, now);
        for (KeyAgreement task = node.pollAgreement(); task != null; task = node.pollAgreement()) {
            node.onAgreed(task.run(), now);
        }
    }

    @Override
    public void onTimeout(long now) {
        nowNs = now;
        if (!dead) {
            node.onTimeout(now);
        }
    }

    @Override
    public @Nullable SimulatedDatagram pollTransmit(long now) {
        nowNs = now;
        Outgoing out = dead ? null : node.pollTransmit(now);
        return out == null ? null : new SimulatedDatagram(out.to(), out.datagram());
    }

    @Override
    public long nextTimeoutNs() {
        return dead ? NanoClock.NEVER_NS : node.nextTimeoutNs();
    }

    private RelayNode make() {
        ConnectionConfig connection = new ConnectionConfig(
                rekey, ChannelConfig.defaults(), TimeUnit.MINUTES.toNanos(30), TimeUnit.SECONDS.toNanos(90));
        ServerEndpoint endpoint = new ServerEndpoint(
                new ServerEndpointConfig(connection, 1_000, 256),
                new ServerHandshake(identity, ServerHandshakeConfig.STANDARD, random),
                random);
        RelayConfig config =
                new RelayConfig("sim", 100, 3, 200, 20, 10, new RoomLimits(20, 5_000, 8_000_000), 100, 100_000);
        InstanceId instance = new InstanceId(Bytes.takingOver(random.bytes(InstanceId.LENGTH_BYTES)));
        Relay relay = new Relay(config, new OpenDoor(), instance, new AtOnce(), () -> nowNs / 1_000_000, nowNs);
        return new RelayNode(endpoint, relay);
    }

    /** Runs work where it is submitted. */
    private final class AtOnce implements Workers {
        @Override
        public <T> boolean submit(Supplier<T> work, OnLoop<T> onLoop) {
            onLoop.accept(work.get(), nowNs);
            return true;
        }
    }

    /** No password, no administrators. */
    private static final class OpenDoor implements Credentials {
        @Override
        public boolean admits(String password) {
            return true;
        }

        @Override
        public boolean isAdminToken(String token) {
            return false;
        }

        @Override
        public void makeAdmin(Bytes device) {
            throw new AssertionError("nobody becomes an administrator here");
        }

        @Override
        public boolean isAdmin(Bytes device) {
            return false;
        }
    }
}
