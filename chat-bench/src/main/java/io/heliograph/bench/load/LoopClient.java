package io.heliograph.bench.load;

import io.heliograph.common.connection.ClientEndpoint;

/** A simulated user on a {@link LoadLoop}; called on its thread alone. */
interface LoopClient {
    ClientEndpoint endpoint();

    /** The endpoint may have something to report. */
    void drainEvents(long nowNs);
}
