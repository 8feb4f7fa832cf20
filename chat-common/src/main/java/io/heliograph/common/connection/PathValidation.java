package io.heliograph.common.connection;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.frame.Frame;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows a peer to a new address once it has proved that it is there (protocol.md 5.8).
 *
 * <p>Never more than three times the bytes received from an unproven address are sent to it, so a forged
 * source address gains
 * nothing. Not thread-safe; owned by its connection's loop.
 */
final class PathValidation {
    private static final int MAX_CHALLENGES = 3;
    private static final int AMPLIFICATION_LIMIT = 3;
    /** A record with a challenge alone is shorter than this. */
    private static final int MAX_CHALLENGE_DATAGRAM_BYTES = 240;

    private static final long BETWEEN_MOVES_NS = TimeUnit.SECONDS.toNanos(1);

    private final RandomSource random;
    private PeerAddress current;
    private @Nullable Candidate candidate;
    private long movedNs = -BETWEEN_MOVES_NS;

    PathValidation(PeerAddress current, RandomSource random) {
        this.current = current;
        this.random = random;
    }

    /** An address that is being asked. */
    private static final class Candidate {
        final PeerAddress address;
        final Bytes token;
        long receivedBytes;
        long sentBytes;
        int challengeCount;
        long nextChallengeNs;

        Candidate(PeerAddress address, Bytes token, long nowNs) {
            this.address = address;
            this.token = token;
            this.nextChallengeNs = nowNs;
        }
    }

    PeerAddress current() {
        return current;
    }

    // Inputs

    /** A valid record came from {@code from}; {@code highest} if no later number was seen before it. */
    void onRecord(PeerAddress from, int datagramBytes, boolean highest, long nowNs) {
        Candidate asked = candidate;
        if (asked != null && asked.address.equals(from)) {
            asked.receivedBytes += datagramBytes;
        }
        // RFC 9000, section 9.3: only the highest-numbered packet moves a connection; a delayed one proves nothing.
        if (!highest) {
            return;
        }
        if (from.equals(current)) {
            candidate = null;
        } else if (asked == null || !asked.address.equals(from) || hasFailed(asked, nowNs)) {
            Candidate fresh = new Candidate(
                    from,
                    Bytes.takingOver(random.bytes(Frame.PathChallenge.TOKEN_BYTES)),
                    Math.max(nowNs, movedNs + BETWEEN_MOVES_NS));
            fresh.receivedBytes = datagramBytes;
            candidate = fresh;
        }
    }

    /** True if {@code response} proves the candidate's address, which is then the current one. */
    boolean onResponse(Frame.PathResponse response, PeerAddress from, long nowNs) {
        Candidate asked = candidate;
        if (asked == null || !asked.address.equals(from) || !asked.token.equals(response.token())) {
            return false;
        }
        current = from;
        candidate = null;
        movedNs = nowNs;
        return true;
    }

    // Outputs

    /** The challenge that is due; the caller reports what it sent by {@link #onChallengeSent}. */
    Frame.@Nullable PathChallenge pollChallenge(long nowNs) {
        Candidate asked = candidate;
        return asked != null && mayChallenge(asked) && asked.nextChallengeNs <= nowNs
                ? new Frame.PathChallenge(asked.token)
                : null;
    }

    /** Where the challenge went; call after {@link #pollChallenge} gave one. */
    PeerAddress onChallengeSent(int datagramBytes, long probeTimeoutNs, long nowNs) {
        Candidate asked = candidate;
        if (asked == null) {
            throw new IllegalStateException("no challenge was due");
        }
        asked.sentBytes += datagramBytes;
        asked.challengeCount++;
        asked.nextChallengeNs = nowNs + probeTimeoutNs;
        return asked.address;
    }

    long nextTimeoutNs() {
        Candidate asked = candidate;
        return asked != null && mayChallenge(asked) ? asked.nextChallengeNs : NanoClock.NEVER_NS;
    }

    private static boolean mayChallenge(Candidate asked) {
        return asked.challengeCount < MAX_CHALLENGES
                && asked.sentBytes + MAX_CHALLENGE_DATAGRAM_BYTES <= AMPLIFICATION_LIMIT * asked.receivedBytes;
    }

    private static boolean hasFailed(Candidate asked, long nowNs) {
        return asked.challengeCount >= MAX_CHALLENGES && asked.nextChallengeNs <= nowNs;
    }
}
