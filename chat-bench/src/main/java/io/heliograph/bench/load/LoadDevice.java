package io.heliograph.bench.load;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every simulated user has: a device with its key, on one connection. Not thread-safe; owned by its loop.
 */
final class LoadDevice {
    private static final int CHAT_LANE = 1;

    private final ClientEndpoint endpoint;
    private final IdentityKeyPair identity;
    private final RandomSource random;
    private final Supplier<ClientHandshakeKeys> keys;

    LoadDevice(ClientEndpoint endpoint, RandomSource random, Supplier<ClientHandshakeKeys> keys) {
        this(endpoint, IdentityKeyPair.generate(random), random, keys);
    }

    private LoadDevice(
            ClientEndpoint endpoint,
            IdentityKeyPair identity,
            RandomSource random,
            Supplier<ClientHandshakeKeys> keys) {
        this.endpoint = endpoint;
        this.identity = identity;
        this.random = random;
        this.keys = keys;
    }

    /** The same device, as it comes back later with another connection; {@code fresh} is its endpoint. */
    LoadDevice on(ClientEndpoint fresh) {
        return new LoadDevice(fresh, identity, random, keys);
    }

    ClientEndpoint endpoint() {
        return endpoint;
    }

    /** The endpoint wants keys for another attempt. */
    void provideKeys(long nowNs) {
        endpoint.provideKeys(keys.get(), nowNs);
    }

    /** {@code exporter}: of the connection that is established. */
    void logIn(SecretBytes exporter, String name, ClientMessage.Secrets secrets, long nowNs) {
        Bytes proof = identity.sign(LoginProof.signedOctets(exporter.toArray(), name));
        Bytes key = identity.publicKey().octets();
        say(new ClientMessage.Login(name, key, proof, secrets, false, "bench", "bench"), nowNs);
    }

    MessageId newId() {
        return new MessageId(Bytes.takingOver(random.bytes(MessageId.LENGTH_BYTES)));
    }

    void say(ClientMessage message, long nowNs) {
        endpoint.send(CHAT_LANE, MessageCodec.encode(message), nowNs);
    }

    /** Null for what this version does not know. */
    static @Nullable ServerMessage read(Bytes octets) {
        try {
            return MessageCodec.decodeServer(octets);
        } catch (MalformedException e) {
            throw new IllegalStateException("the relay sent a malformed message", e);
        }
    }
}
