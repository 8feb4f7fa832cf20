package io.heliograph.common.channel;

/**
 * Decides how much may be in flight and how fast it may leave (protocol.md 5.10). Bytes are those of datagrams.
 *
 * <p>Owned by one channel; not thread-safe. Time never goes back.
 */
public interface CongestionController {
    /** A datagram of the largest size; windows are never below a few of them. */
    int DATAGRAM_BYTES = 1200;

    /** RFC 9002, section 7.2: ten datagrams. */
    long INITIAL_WINDOW_BYTES = 10L * DATAGRAM_BYTES;

    void onSent(long bytes, long inFlightBytes, long nowNs);

    void onAcked(AckSample sample, long nowNs);

    /** {@code newestSentNs}: when the newest of the lost records was sent. */
    void onLost(long bytes, long inFlightBytes, long newestSentNs, long nowNs);

    /** RFC 9002, section 7.6: everything sent during more than three probe timeouts was lost. */
    void onPersistentCongestion(long nowNs);

    /** The path is another one: begin anew. */
    void onPathChanged(long nowNs);

    long windowBytes();

    /** 0: as fast as the window allows. */
    long pacingBytesPerSecond();
}
