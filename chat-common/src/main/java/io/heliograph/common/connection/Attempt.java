package io.heliograph.common.connection;

import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.handshake.ClientHandshake;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.handshake.ClientHandshakeResult;
import io.heliograph.common.handshake.HandshakeConfig;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.time.NanoClock;
import org.jspecify.annotations.Nullable;

/**
 * One try to get a new connection: it wants keys, shakes hands, and where an older connection may still
 * answer, holds its result
 * back for a moment.
 *
 * <p>Not thread-safe; owned by its endpoint's loop. Used once.
 */
final class Attempt {
    private final HandshakeConfig config;
    private final RandomSource random;
    private @Nullable ClientHandshake handshake;
    private ClientHandshakeResult.@Nullable Established held;
    private long heldUntilNs = NanoClock.NEVER_NS;

    Attempt(HandshakeConfig config, RandomSource random) {
        this.config = config;
        this.random = random;
    }

    // Commands

    /** Begins the handshake; ignored if it has begun. */
    void provideKeys(ClientHandshakeKeys keys, @Nullable Fingerprint expected, long nowNs) {
        if (handshake == null && held == null) {
            ClientHandshake begun = new ClientHandshake(keys, expected, config, random);
            begun.start(nowNs);
            handshake = begun;
        }
    }

    /** Keeps what {@link #pollResult} gave until {@code untilNs}. */
    void hold(ClientHandshakeResult.Established result, long untilNs) {
        held = result;
        heldUntilNs = untilNs;
    }

    // Inputs

    /** True if the packet was one that a handshake waits for. */
    boolean onPacket(Packet packet, long nowNs) {
        if (handshake == null) {
            return false;
        }
        handshake.onPacket(packet, nowNs);
        return true;
    }

    void onTimeout(long nowNs) {
        if (handshake != null) {
            handshake.onTimeout(nowNs);
        }
    }

    // Outputs

    byte @Nullable [] pollTransmit(long nowNs) {
        return handshake == null ? null : handshake.pollTransmit(nowNs);
    }

    /** How the handshake ended, once. */
    @Nullable
    ClientHandshakeResult pollResult() {
        ClientHandshakeResult result = handshake == null ? null : handshake.result();
        if (result != null) {
            handshake = null;
        }
        return result;
    }

    /** What was held back, once its time has come. */
    ClientHandshakeResult.@Nullable Established pollHeld(long nowNs) {
        if (held == null || nowNs < heldUntilNs) {
            return null;
        }
        ClientHandshakeResult.Established due = held;
        held = null;
        heldUntilNs = NanoClock.NEVER_NS;
        return due;
    }

    long nextTimeoutNs() {
        return handshake == null ? heldUntilNs : Math.min(heldUntilNs, handshake.nextTimeoutNs());
    }
}
