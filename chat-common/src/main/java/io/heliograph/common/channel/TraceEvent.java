package io.heliograph.common.channel;

/** What happened, for a log at debug level; holds no content of messages. */
public sealed interface TraceEvent {
    /** {@code frames} names what the record holds. */
    record Sent(long seq, int bytes, String frames, boolean isRetransmission) implements TraceEvent {}

    /** The peer has {@code low} to {@code high}; {@code rttNs} as smoothed afterwards. */
    record Acknowledged(long high, long low, long rttNs) implements TraceEvent {}

    /** Declared lost: something sent later arrived, or it is too old. */
    record Lost(long seq, String why) implements TraceEvent {}

    /** Nothing was acknowledged for {@code afterNs}: the {@code count}th probe in a row. */
    record ProbeTimeout(int count, long afterNs) implements TraceEvent {}

    /** A record arrived. */
    record Received(long seq, int frameCount) implements TraceEvent {}
}
