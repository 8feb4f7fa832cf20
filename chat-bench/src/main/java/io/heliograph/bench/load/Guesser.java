package io.heliograph.bench.load;

import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.connection.EndpointEvent;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** Somebody who tries names and passwords over one connection. Not thread-safe; owned by its loop. */
final class Guesser implements LoopClient {
    private final LoadDevice device;
    private @Nullable SecretBytes exporter;
    private @Nullable String refusal;

    Guesser(LoadDevice device) {
        this.device = device;
    }

    @Override
    public ClientEndpoint endpoint() {
        return device.endpoint();
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
        device.logIn(bound, name, new ClientMessage.Secrets("", password, "", ""), nowNs);
    }

    @Override
    public void drainEvents(long nowNs) {
        ClientEndpoint endpoint = device.endpoint();
        for (EndpointEvent event = endpoint.pollEvent(); event != null; event = endpoint.pollEvent()) {
            if (event instanceof EndpointEvent.KeysWanted) {
                device.provideKeys(nowNs);
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
        if (LoadDevice.read(octets) instanceof ServerMessage.Refused refused) {
            refusal = refused.code() + ": " + refused.text();
        }
    }
}
