package io.heliograph.common.channel;

/**
 * What one acknowledgement tells a congestion controller. Bytes are those of datagrams.
 *
 * @param inFlightBytes after the acknowledgement
 * @param newestSentNs when the newest record it acknowledges was sent
 * @param rttNs 0 if it gave no sample
 * @param bytesPerSecond delivery rate, 0 if it gave no sample
 * @param isAppLimited whether the sender had too little to send while the rate was measured
 * @param deliveredBefore total delivered when the newest record was sent
 * @param delivered total delivered now
 */
public record AckSample(
        long ackedBytes,
        long inFlightBytes,
        long newestSentNs,
        long rttNs,
        long smoothedRttNs,
        long bytesPerSecond,
        boolean isAppLimited,
        long deliveredBefore,
        long delivered) {}
