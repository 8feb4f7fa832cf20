package io.heliograph.common.connection;

import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.handshake.HandshakeFailure;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** What happened at the client's end. */
public sealed interface EndpointEvent {

    /** Fresh keys are needed: make them off the loop and call {@link ClientEndpoint#provideKeys}. */
    record KeysWanted() implements EndpointEvent {}

    /** An attempt has begun; counted from 1 since the last connection. */
    record Connecting(int attempt) implements EndpointEvent {}

    /** A new connection stands: log in again, join again, repeat what is unanswered. */
    record Established(IdentityPublicKey identity, SecretBytes exporter) implements EndpointEvent {}

    /** An attempt has failed; {@code presented} is the identity that was shown instead of the expected one. */
    record AttemptFailed(HandshakeFailure reason, @Nullable Fingerprint presented) implements EndpointEvent {}

    /** The server owes an answer and does not give it; a new handshake has begun beside the connection. */
    record Unresponsive(long silentForNs) implements EndpointEvent {}

    /** The server answered on the same connection: nothing was lost, nothing has to be repeated. */
    record Recovered() implements EndpointEvent {}

    /** A message, in its lane's order. */
    record Received(int lane, Bytes message) implements EndpointEvent {}

    /** A message that is never repeated. */
    record ReceivedDatagram(Bytes message) implements EndpointEvent {}

    /** The connection is over; {@code byPeer} if the server said so. */
    record Closed(int code, String reason, boolean byPeer) implements EndpointEvent {}
}
