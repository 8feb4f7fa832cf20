package io.heliograph.common.record;

import java.util.concurrent.TimeUnit;

/**
 * When keys have served long enough (protocol.md 4.4).
 *
 * @param afterNs age at which the client begins a change
 * @param afterRecordCount records in either direction at which it does
 * @param afterBytes sealed bytes in either direction at which it does
 * @param overdueNs age at which the connection must end
 * @param overdueRecordCount records in either direction at which it must
 * @param graceNs how long old keys are kept behind a change; three probe timeouts come on top
 */
public record RekeyPolicy(
        long afterNs, long afterRecordCount, long afterBytes, long overdueNs, long overdueRecordCount, long graceNs) {

    /** Those of the protocol's text. */
    public static final RekeyPolicy STANDARD = new RekeyPolicy(
            TimeUnit.HOURS.toNanos(1),
            1L << 20,
            1L << 30,
            TimeUnit.HOURS.toNanos(2),
            1L << 24,
            TimeUnit.SECONDS.toNanos(5));

    public RekeyPolicy {
        if (afterNs <= 0 || afterRecordCount <= 0 || afterBytes <= 0 || graceNs < 0) {
            throw new IllegalArgumentException("a key change must have a positive age, count and size");
        }
        if (overdueNs <= afterNs || overdueRecordCount <= afterRecordCount) {
            throw new IllegalArgumentException("keys are overdue before they are to be changed");
        }
    }
}
