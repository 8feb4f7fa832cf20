package io.heliograph.common.channel;

/**
 * The round trip as measured so far (RFC 9002, section 5).
 *
 * @param latestNs 0 before the first sample
 * @param minNs 0 before the first sample
 * @param probeTimeoutNs protocol.md 5.4, before any doubling
 */
public record Rtt(long latestNs, long smoothedNs, long varianceNs, long minNs, long probeTimeoutNs) {}
