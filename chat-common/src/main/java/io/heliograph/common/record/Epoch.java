package io.heliograph.common.record;

import io.heliograph.common.crypto.EpochKeys;
import io.heliograph.common.crypto.RecordCipher;
import io.heliograph.common.time.NanoClock;

/**
 * The keys of one epoch at work: a cipher per direction and how much each has done.
 *
 * <p>Not thread-safe; owned by its {@link RecordProtection}.
 */
final class Epoch {
    private final EpochKeys keys;
    private final RecordCipher sealer;
    private final RecordCipher opener;
    private final long sinceNs;

    /** When these keys are to be erased; {@link NanoClock#NEVER_NS} while they are in use. */
    private long eraseAtNs = NanoClock.NEVER_NS;

    private long sealedCount;
    private long sealedBytes;
    private long openedCount;
    private long openedBytes;

    Epoch(Role role, EpochKeys keys, long sinceNs) {
        this.keys = keys;
        this.sealer = role == Role.CLIENT ? keys.clientToServer() : keys.serverToClient();
        this.opener = role == Role.CLIENT ? keys.serverToClient() : keys.clientToServer();
        this.sinceNs = sinceNs;
    }

    EpochKeys keys() {
        return keys;
    }

    long number() {
        return keys.epoch();
    }

    RecordCipher sealer() {
        return sealer;
    }

    RecordCipher opener() {
        return opener;
    }

    void countSealed(int payloadBytes) {
        sealedCount++;
        sealedBytes += payloadBytes;
    }

    void countOpened(int payloadBytes) {
        openedCount++;
        openedBytes += payloadBytes;
    }

    void eraseAt(long deadlineNs) {
        eraseAtNs = deadlineNs;
    }

    long eraseAtNs() {
        return eraseAtNs;
    }

    boolean isWorn(RekeyPolicy policy, long nowNs) {
        return nowNs - sinceNs >= policy.afterNs()
                || Math.max(sealedCount, openedCount) >= policy.afterRecordCount()
                || Math.max(sealedBytes, openedBytes) >= policy.afterBytes();
    }

    boolean isOverdue(RekeyPolicy policy, long nowNs) {
        return nowNs - sinceNs >= policy.overdueNs()
                || Math.max(sealedCount, openedCount) >= policy.overdueRecordCount();
    }

    long sinceNs() {
        return sinceNs;
    }
}
