package io.heliograph.common.channel;

import io.heliograph.common.time.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Carries what is small and unacknowledged in later records while the path is losing (protocol.md 5.6), so that a lost
 * line is repaired by the next record and not by a round trip.
 *
 * <p>The number of sendings is chosen so that about one line in a thousand loses all of them. Nothing is copied on a
 * path that has lost none of the last few hundred records. Not thread-safe.
 */
final class ThinStream {
    /** A copy must leave room for the new line it rides with. */
    static final int MAX_COPIED_FRAME_BYTES = 380;

    private static final int MAX_LISTED = 32;
    private static final int MAX_SENDS = 6;

    /** More than this under way is not a thin stream: copies would take the place of news. */
    private static final long MAX_IN_FLIGHT_BYTES = 32L * 1024;

    /** A path is clean again after this many records without a loss: rarer loss is not worth the bytes. */
    private static final int CLEAN_AFTER_RECORDS = 400;

    private static final double SLOWEST_WEIGHT = 1.0 / 128;
    private static final int FIRST_DIVISOR = 8;
    private static final int PERMILLE = 1_000;

    /** Two copies in the same burst share its fate. */
    private static final long MIN_SPACING_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long MIN_EARLY_NS = TimeUnit.MILLISECONDS.toNanos(10);

    /** From this loss on early copies come after 3/4 of a round trip, and from the next on after 1/8. */
    private static final int LOSING_MUCH_PERMILLE = 50;

    private static final int LOSING_VERY_MUCH_PERMILLE = 140;
    private static final int[] SENDS_BELOW_PERMILLE = {0, 0, 20, 60, LOSING_VERY_MUCH_PERMILLE, 280};

    private final List<Part> listed = new ArrayList<>(4);
    private double loss;
    private long outcomeCount;
    private int recordsSinceLoss;
    private int recentLossCount;

    void onRecordAcked() {
        recordsSinceLoss++;
        if (recordsSinceLoss >= CLEAN_AFTER_RECORDS) {
            recentLossCount = 0;
        }
        onOutcome(0);
    }

    void onRecordLost() {
        recordsSinceLoss = 0;
        recentLossCount++;
        onOutcome(1);
    }

    /** A record declared lost was only late. */
    void onLostInError() {
        recentLossCount = Math.max(0, recentLossCount - 1);
        loss = Math.max(0, loss - weight());
    }

    void onPathChanged() {
        loss = 0;
        outcomeCount = 0;
        recentLossCount = 0;
    }

    void onPartSent(Part part) {
        if (part.isListed || part.frameBytes > MAX_COPIED_FRAME_BYTES) {
            return;
        }
        if (listed.size() == MAX_LISTED) {
            listed.remove(0).isListed = false;
        }
        part.isListed = true;
        listed.add(part);
    }

    /** Adds copies as they fit: those sent least often, oldest first. */
    void fill(RecordDraft draft, long inFlightBytes, long nowNs) {
        if (!isCopying(inFlightBytes)) {
            return;
        }
        forgetAcknowledged();
        int wanted = wantedSends();
        for (int sends = 0; sends < wanted; sends++) {
            for (Part part : listed) {
                boolean isSpaced = nowNs - part.lastSentNs >= MIN_SPACING_NS;
                if (part.sendCount == sends && isSpaced && isOpen(part) && draft.fits(part.frameBytes)) {
                    addOnce(draft, part);
                }
            }
        }
    }

    /** Whether to repeat a part at once although copies of it are still under way: two of them are known to be lost. */
    boolean isOverdue(Part part, long inFlightBytes) {
        return part.isListed && part.lossCount > 1 && isCopying(inFlightBytes);
    }

    /** When a copy is to be sent although nothing else is. */
    long earlyNs(long lastElicitingNs, long inFlightBytes, long smoothedRttNs) {
        if (!isCopying(inFlightBytes) || !hasOpen()) {
            return NanoClock.NEVER_NS;
        }
        return lastElicitingNs + Math.max(MIN_EARLY_NS, earlyDelayNs(smoothedRttNs));
    }

    boolean isLosing() {
        return recentLossCount > 0;
    }

    int lossPermille() {
        return (int) Math.round(loss * PERMILLE);
    }

    private void onOutcome(int lost) {
        outcomeCount++;
        loss += weight() * (lost - loss);
    }

    private double weight() {
        return Math.max(SLOWEST_WEIGHT, 1.0 / (outcomeCount + FIRST_DIVISOR));
    }

    private boolean isCopying(long inFlightBytes) {
        return isLosing() && !listed.isEmpty() && inFlightBytes <= MAX_IN_FLIGHT_BYTES;
    }

    private boolean hasOpen() {
        int wanted = wantedSends();
        for (Part part : listed) {
            if (isOpen(part) && part.sendCount < wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(Part part) {
        return !part.isAcknowledged && !part.isQueued;
    }

    private static void addOnce(RecordDraft draft, Part part) {
        if (!draft.holds(part)) {
            draft.addPart(part);
        }
    }

    private int wantedSends() {
        int permille = lossPermille();
        int sends = 2;
        while (sends < SENDS_BELOW_PERMILLE.length && permille >= SENDS_BELOW_PERMILLE[sends]) {
            sends++;
        }
        return Math.min(sends, MAX_SENDS);
    }

    private long earlyDelayNs(long smoothedRttNs) {
        int permille = lossPermille();
        if (permille >= LOSING_VERY_MUCH_PERMILLE) {
            return smoothedRttNs / 8;
        }
        return permille >= LOSING_MUCH_PERMILLE ? smoothedRttNs * 3 / 4 : smoothedRttNs * 5 / 4;
    }

    private void forgetAcknowledged() {
        int kept = 0;
        for (int i = 0; i < listed.size(); i++) {
            Part part = listed.get(i);
            if (part.isAcknowledged) {
                part.isListed = false;
            } else {
                listed.set(kept++, part);
            }
        }
        listed.subList(kept, listed.size()).clear();
    }
}
