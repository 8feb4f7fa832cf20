package io.heliograph.bench.proxy;

/**
 * What the path does to each datagram, in each direction.
 *
 * @param lossPercent lost
 * @param duplicatePercent sent twice
 * @param reorderPercent sent without the delay, so that it overtakes
 * @param delayMs one way
 * @param jitterMs up to this much more, at random
 * @param cycleSeconds length of the outage cycle; 0: no outages
 * @param deadSeconds how much of each cycle nothing passes
 * @param rebindSeconds how often each client's outer port changes; 0: never
 */
public record Impairment(
        double lossPercent,
        double duplicatePercent,
        double reorderPercent,
        int delayMs,
        int jitterMs,
        int cycleSeconds,
        int deadSeconds,
        int rebindSeconds) {}
