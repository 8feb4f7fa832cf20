package io.heliograph.common.handshake;

import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of all handshakes (protocol.md 3).
 *
 * <p>Stateless until an address has proved itself by a cookie; from then on bounded. No reply is longer than its
 * request. Public-key work is handed out as {@link KeyAgreement} and never done here. Not thread-safe; owned by one
 * loop.
 */
public final class ServerHandshake {
    private final IdentityKeyPair identity;
    private final RandomSource random;
    private final CookieJar cookies;
    private final AddressBuckets unproven;
    private final AddressBuckets proven;
    private final HalfOpenTable table;
    private final Map<HandshakeDrop, Long> dropCounts = new EnumMap<>(HandshakeDrop.class);
    private long retryCount;
    private long replyCount;

    /**
     * A server without any client.
     *
     * @param random must be thread-safe: agreements draw from it on their threads
     */
    public ServerHandshake(IdentityKeyPair identity, ServerHandshakeConfig config, RandomSource random) {
        this.identity = identity;
        this.random = random;
        this.cookies = new CookieJar(random, config.cookiePeriodNs(), 0);
        this.unproven = new AddressBuckets(config.ratePerSecond(), config.burstCount(), config.maxAddressCount());
        this.proven = new AddressBuckets(config.ratePerSecond(), config.burstCount(), config.maxAddressCount());
        this.table = new HalfOpenTable(config.maxHalfOpenCount(), config.halfOpenNs());
    }

    // Commands

    /**
     * Takes a connection whose first record has opened out of the table, secrets and all; null if it is not
     * half-open.
     */
    public @Nullable HalfOpen confirm(Bytes cid) {
        return table.confirm(cid);
    }

    // Inputs

    /**
     * Decides about a request: nothing, an answer, or work that leads to one.
     *
     * @param datagram exactly the octets that {@code request} was read from
     */
    public HandshakeStep onKeyReq(Packet.KeyReq request, byte[] datagram, PeerAddress from, long nowNs) {
        table.expire(nowNs);
        if (datagram.length != Limits.KEY_REQ_BYTES) {
            return drop(HandshakeDrop.WRONG_LENGTH);
        }
        if (request.version() != Suites.VERSION) {
            return drop(HandshakeDrop.UNKNOWN_VERSION);
        }
        if (!request.suites().contains(Suites.H1)) {
            return drop(HandshakeDrop.NO_COMMON_SUITE);
        }
        Bytes cookie = request.cookie();
        if (cookie == null || !cookies.accepts(cookie, from, request.random(), nowNs)) {
            return askForProof(request, from, nowNs);
        }
        if (!proven.tryTake(from.limitKey(), nowNs)) {
            return drop(HandshakeDrop.RATE_LIMITED_PROVEN);
        }
        return agreeOrRepeat(request, datagram, from, nowNs);
    }

    /** The datagram to be sent to {@code outcome.to()}; null if there is none to send. */
    public byte @Nullable [] onAgreed(KeyAgreement.Outcome outcome, long nowNs) {
        table.expire(nowNs);
        KeyAgreement.Agreement agreement = outcome.agreement();
        HandshakeDrop reason = outcome.reason();
        if (agreement == null) {
            table.abandon(outcome.requestHash());
            drop(reason == null ? HandshakeDrop.ABANDONED : reason);
            return null;
        }
        HalfOpen halfOpen = new HalfOpen(agreement.cid(), outcome.to(), agreement.secrets());
        if (!table.complete(outcome.requestHash(), halfOpen, agreement.keyRep())) {
            agreement.secrets().erase();
            drop(HandshakeDrop.ABANDONED);
            return null;
        }
        replyCount++;
        return agreement.keyRep().toArray();
    }

    /** The task could not be run: a repetition of its request may try again. */
    public void onAbandoned(KeyAgreement task) {
        table.abandon(task.requestHash());
        drop(HandshakeDrop.ABANDONED);
    }

    /** Forgets clients that did not confirm in time. */
    public void onTimeout(long nowNs) {
        table.expire(nowNs);
    }

    // Outputs

    public long nextTimeoutNs() {
        return table.nextNs();
    }

    // Queries

    public @Nullable HalfOpen halfOpen(Bytes cid) {
        return table.halfOpen(cid);
    }

    public IdentityPublicKey identity() {
        return identity.publicKey();
    }

    /** Half-open connections, agreements under way included. */
    public int halfOpenCount() {
        return table.count();
    }

    public long dropCount(HandshakeDrop reason) {
        return dropCounts.getOrDefault(reason, 0L);
    }

    /** KEY_RETRY answers given. */
    public long retryCount() {
        return retryCount;
    }

    /** KEY_REP answers given, repetitions included. */
    public long replyCount() {
        return replyCount;
    }

    // Private

    private HandshakeStep askForProof(Packet.KeyReq request, PeerAddress from, long nowNs) {
        if (!unproven.tryTake(from.limitKey(), nowNs)) {
            return drop(HandshakeDrop.RATE_LIMITED);
        }
        retryCount++;
        Bytes cookie = cookies.bake(from, request.random(), nowNs);
        return new HandshakeStep.Reply(PacketCodec.encode(new Packet.KeyRetry(request.random(), cookie)));
    }

    private HandshakeStep agreeOrRepeat(Packet.KeyReq request, byte[] datagram, PeerAddress from, long nowNs) {
        Bytes requestHash = Transcript.hashOfRequest(datagram);
        HalfOpenTable.Entry known = table.find(requestHash);
        if (known == null) {
            return table.begin(requestHash, nowNs)
                    ? new HandshakeStep.Offload(new KeyAgreement(request, requestHash, from, identity, random))
                    : drop(HandshakeDrop.TOO_MANY_HALF_OPEN);
        }
        Bytes keyRep = known.keyRep();
        if (known.isConfirmed()) {
            return drop(HandshakeDrop.CONFIRMED);
        }
        if (keyRep == null) {
            return drop(HandshakeDrop.UNDER_WAY);
        }
        // protocol.md 3.3: the same request gets the same reply, without new work.
        replyCount++;
        return new HandshakeStep.Reply(keyRep.toArray());
    }

    private HandshakeStep drop(HandshakeDrop reason) {
        dropCounts.merge(reason, 1L, Long::sum);
        return new HandshakeStep.Drop(reason);
    }
}
