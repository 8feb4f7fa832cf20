package io.heliograph.common.handshake;

import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.crypto.SessionSecrets;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** How a connection attempt ended. */
public sealed interface ClientHandshakeResult {

    /** The server proved {@code identity}; whether that is the right one was checked only if one was expected. */
    record Established(Bytes cid, SessionSecrets secrets, IdentityPublicKey identity)
            implements ClientHandshakeResult {}

    /**
     * No keys.
     *
     * @param presented what another server than the expected one proved to be; null for every other reason
     */
    record Failed(HandshakeFailure reason, @Nullable Fingerprint presented) implements ClientHandshakeResult {}
}
