package io.heliograph.common.testing;

import io.heliograph.common.util.PeerAddress;
import org.jspecify.annotations.Nullable;

/** A sans-IO machine as {@link SimulatedNetwork} drives it. */
public interface SimulatedEndpoint {
    void onDatagram(PeerAddress from, byte[] bytes, long nowNs);

    void onTimeout(long nowNs);

    @Nullable
    SimulatedDatagram pollTransmit(long nowNs);

    /** When {@link #onTimeout} is due; {@code NanoClock.NEVER_NS} for never. */
    long nextTimeoutNs();
}
