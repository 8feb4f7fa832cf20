package io.heliograph.common.net;

import io.heliograph.common.util.PeerAddress;

/** What an {@link EventLoop} runs. Every method is called on the loop's thread; none may block. */
public interface LoopBody {
    /** A turn begins: the time until the next call is {@code nowNs}. */
    void onTurn(long nowNs);

    void onDatagram(PeerAddress from, byte[] datagram, long nowNs);

    void onTimeout(long nowNs);

    /** Called after each batch of inputs: send what is to be sent, pass on what has happened. */
    void drain(long nowNs);

    long nextTimeoutNs(long nowNs);

    /** An input threw. The loop goes on; the cause is a defect and must be seen. */
    void onFailure(RuntimeException failure);
}
