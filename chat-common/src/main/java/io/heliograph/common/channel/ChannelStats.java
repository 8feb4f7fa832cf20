package io.heliograph.common.channel;

/**
 * What a channel has done so far.
 *
 * @param recordsSent of both types
 * @param bytesSent of datagrams, about
 * @param acksSent records that hold nothing but acknowledgements
 * @param partsSent messages or parts put into records, repeated ones included
 * @param partsRepeated of these, those that had been sent before
 * @param recordsLost declared lost
 * @param recordsLostInError of these, those that were acknowledged after all
 * @param probesSent after a probe timeout
 * @param duplicatesReceived messages or parts that were here already
 * @param datagramsDropped unreliable messages that could not go soon
 */
public record ChannelStats(
        long recordsSent,
        long bytesSent,
        long acksSent,
        long partsSent,
        long partsRepeated,
        long recordsReceived,
        long recordsAcknowledged,
        long recordsLost,
        long recordsLostInError,
        long probesSent,
        long duplicatesReceived,
        long datagramsDropped) {}
