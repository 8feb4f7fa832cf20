package io.heliograph.bench.load;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.connection.EndpointEvent;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who tries names and passwords over one connection. Not thread-safe; owned by its loop. */
final class Guesser implements LoopClient {
    private static final int CHAT_LANE = 1;

    private final ClientEndpoint endpoint;
    private final IdentityKeyPair device;
    private final Supplier<ClientHandshakeKeys> keys;
    private @Nullable SecretBytes exporter;
    private @Nullable String refusal;

    Guesser(ClientEndpoint endpoint, RandomSource random, Supplier<ClientHandshakeKeys> keys) {
        this.endpoint = endpoint;
        this.device = IdentityKeyPair.generate(random);
        this.keys = keys;
    }

    @Override
    public ClientEndpoint endpoint() {
        return endpoint;
    }

    boolean isConnected() {
        return exporter != null;
    }

    /** Code and text of the answer to the last guess; null before it is there. */
    @Nullable
    String refusal() {
        return refusal;
    }

    void guess(String name, String password, long nowNs) {
        SecretBytes bound = exporter;
        if (bound == null) {
            throw new IllegalStateException("not connected");
        }
        refusal = null;
        Bytes proof = device.sign(LoginProof.signedOctets(bound.toArray(), name));
        ClientMessage.Secrets secrets = new ClientMessage.Secrets("", password, "", "");
        endpoint.send(
                CHAT_LANE,
                MessageCodec.encode(new ClientMessage.Login(
                        name, device.publicKey().octets(), proof, secrets, false, "bench", "bench")),
                nowNs);
    }

    @Override
    public void drainEvents(long nowNs) {
        for (EndpointEvent event = endpoint.pollEvent(); event != null; event = endpoint.pollEvent()) {
            if (event instanceof EndpointEvent.KeysWanted) {
                endpoint.provideKeys(keys.get(), nowNs);
            } else if (event instanceof EndpointEvent.Established established) {
                exporter = established.exporter();
            } else if (event instanceof EndpointEvent.Received received) {
                onMessage(received.message());
            } else if (event instanceof EndpointEvent.Closed || event instanceof EndpointEvent.AttemptFailed) {
                exporter = null; // a login has to succeed within a minute: come back for the next guesses
                endpoint.connect(nowNs);
            }
        }
    }

    private void onMessage(Bytes octets) {
        try {
            if (MessageCodec.decodeServer(octets) instanceof ServerMessage.Refused refused) {
                refusal = refused.code() + ": " + refused.text();
            }
        } catch (MalformedException e) {
            throw new IllegalStateException("the relay sent a malformed message", e);
        }
    }
}
