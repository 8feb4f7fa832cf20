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
import io.heliograph.server.account.PasswordHash;
import io.heliograph.server.account.ServerSecret;
import io.heliograph.server.blob.MemoryBlobs;
import io.heliograph.server.routing.Relay;
import io.heliograph.server.routing.RelayConfig;
import io.heliograph.server.routing.RelayParts;
import io.heliograph.server.routing.Workers;
import io.heliograph.server.store.StoredState;
import io.heliograph.server.store.sql.DirectSqlStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A relay in a simulation. {@link #kill} throws away all that is in its memory, as {@code kill -9} does; its store
 * stays, and with it what was committed and not yet answered.
 */
final class SimRelay implements SimulatedEndpoint {
    private final IdentityKeyPair identity;
    private final RandomSource random;
    private final RekeyPolicy rekey;
    private final InstanceId instance;
    private final DirectSqlStore store = DirectSqlStore.inMemory();
    private final MemoryBlobs blobs = new MemoryBlobs();
    private long nowNs;
    private RelayNode node;
    private boolean dead;

    SimRelay(IdentityKeyPair identity, RekeyPolicy rekey, RandomSource random) {
        this.identity = identity;
        this.random = random;
        this.rekey = rekey;
        this.instance = new InstanceId(Bytes.takingOver(random.bytes(InstanceId.LENGTH_BYTES)));
        this.node = make();
    }

    RelayNode node() {
        return node;
    }

    /** Between the commit and its answer, where it hurts most. */
    void kill() {
        dead = true;
    }

    void startAgain() {
        store.runPending(nowNs); // reaches nobody: the relay that waited for it is gone
        node = make();
        dead = false;
    }

    @Override
    public void onDatagram(PeerAddress from, byte[] bytes, long now) {
        nowNs = now;
        if (dead) {
            return;
        }
        // What was submitted at an earlier moment is durable by now.
        store.runPending(now);
        node.onDatagram(from, bytes, bytes.length, now);
        for (KeyAgreement task = node.pollAgreement(); task != null; task = node.pollAgreement()) {
            node.onAgreed(task.run(), now);
        }
    }

    @Override
    public void onTimeout(long now) {
        nowNs = now;
        if (!dead) {
            store.runPending(now);
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
        long commitNs = store.hasPending() ? nowNs + TimeUnit.MILLISECONDS.toNanos(2) : NanoClock.NEVER_NS;
        return dead ? NanoClock.NEVER_NS : Math.min(commitNs, node.nextTimeoutNs());
    }

    private RelayNode make() {
        ConnectionConfig connection = new ConnectionConfig(
                rekey, ChannelConfig.defaults(), TimeUnit.MINUTES.toNanos(30), TimeUnit.SECONDS.toNanos(90));
        ServerEndpoint endpoint = new ServerEndpoint(
                new ServerEndpointConfig(connection, 1_000, 256),
                new ServerHandshake(identity, ServerHandshakeConfig.STANDARD, random),
                random);
        RelayConfig config = new RelayConfig(
                "sim",
                "",
                RelayConfig.Registration.OPEN,
                true,
                List.of(),
                new RelayConfig.Limits(100, 4, 3, 30, 200, 20, 20, 10),
                new RelayConfig.Keeping(100, 100_000, 0, 1_000_000, 1 << 30),
                new RelayConfig.Files(1 << 24, 1 << 25, 1 << 26, TimeUnit.DAYS.toMillis(30)));
        Workers atOnce = new AtOnce();
        RelayParts.Surroundings around = new RelayParts.Surroundings(
                store,
                atOnce,
                atOnce,
                new PasswordHash(new PasswordHash.Cost(8, 1, 1)),
                random,
                blobs,
                atOnce,
                (event, actor, subject, details) -> {},
                instance,
                () -> nowNs / 1_000_000,
                nowNs);
        StoredState state = StoredState.read(store.tables());
        Relay relay = new Relay(new RelayParts(config, ServerSecret.NONE, state, around));
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
}
