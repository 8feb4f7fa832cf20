package io.heliograph.common.record;

import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.EpochKeys;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.RecordCipher;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens the records of one connection, and changes its keys (protocol.md 4).
 *
 * <pre>
 *   client                                          server
 *   beginRekey           -- REKEY e+1, key -->      onRekey: derives, opens e and e+1, seals e
 *   onRekeyed: seals e+1 <-- REKEYED e+1, key --
 *                        -- any record of e+1 -->   open: seals e+1, erases e after the grace
 *   open: erases e after <-- any record of e+1 --
 *   the grace
 * </pre>
 *
 * <p>At most three epochs are held: the one that seals, the one before it, and on the server the one to come. A
 * number is never sealed twice, and nothing that fails to open changes anything but a counter. Not thread-safe;
 * owned by its connection's loop.
 */
public final class RecordProtection {
    private final Role role;
    private final Bytes cid;
    private final RekeyPolicy policy;
    private final RandomSource random;
    private final RecordHeader header;
    private final ReplayWindow window = new ReplayWindow();
    private final Map<RecordDrop, Long> dropCounts = new EnumMap<>(RecordDrop.class);

    private Epoch sending;
    private @Nullable Epoch retired;
    private @Nullable Epoch coming;
    private @Nullable X25519KeyPair offered;
    private @Nullable Answer lastAnswer;
    private long graceNs;
    private long lastSealedSeq = -1;
    private boolean erased;

    public RecordProtection(Role role, Bytes cid, EpochKeys keys, RekeyPolicy policy, RandomSource random, long nowNs) {
        this.role = role;
        this.cid = cid;
        this.policy = policy;
        this.random = random;
        this.header = new RecordHeader(cid);
        this.sending = new Epoch(role, keys, nowNs);
        this.graceNs = policy.graceNs();
    }

    /** The last REKEY and what it was answered, so that its repetition gets the same. */
    private record Answer(long epoch, Bytes theirPublic, Bytes ourPublic) {}

    // Commands

    /**
     * The whole datagram of a record, under the current sending keys.
     *
     * @param seq greater than that of every record sealed before
     * @param length how much of {@code plaintext}, at most {@link Limits#MAX_PLAINTEXT_BYTES}
     */
    public byte[] seal(RecordKind kind, long seq, byte[] plaintext, int length) {
        if (seq <= lastSealedSeq || seq > Limits.MAX_SEQ) {
            throw new IllegalStateException("record number " + seq + " after " + lastSealedSeq);
        }
        if (erased) {
            throw new IllegalStateException("a record was to be sealed after the keys were erased");
        }
        if (length > Limits.MAX_PLAINTEXT_BYTES) {
            throw new IllegalArgumentException("a plaintext of " + length + " bytes");
        }
        lastSealedSeq = seq;
        byte[] covered = header.of(kind, sending.number(), seq);
        byte[] payload = sending.sealer().seal(covered, plaintext, length, random);
        sending.countSealed(payload.length);
        return PacketCodec.encodeSealed(kind, cid, sending.number(), seq, payload);
    }

    /**
     * Begins a key change: our public key for REKEY, to be sent with {@link #nextEpoch}. Only when {@link
     * #wantsRekey}.
     */
    public Bytes beginRekey(long nowNs) {
        if (!wantsRekey(nowNs)) {
            throw new IllegalStateException("no key change is due in epoch " + sending.number());
        }
        X25519KeyPair fresh = X25519KeyPair.generate(random);
        offered = fresh;
        return fresh.publicKey();
    }

    /** How long to keep old keys from the next change on: 5 s and three probe timeouts, which only the owner knows. */
    public void keepOldKeysFor(long newGraceNs) {
        graceNs = newGraceNs;
    }

    /** Erases every key; the connection is over: nothing opens any more, and sealing is the owner's mistake. */
    public void erase() {
        erased = true;
        sending.keys().erase();
        eraseRetired();
        if (coming != null) {
            coming.keys().erase();
            coming = null;
        }
        forgetOffer();
    }

    // Inputs

    /** The record if it is authentic and new; else null, and the reason is counted. */
    public @Nullable OpenedRecord open(Packet.Sealed packet, long nowNs) {
        Epoch epoch = epochOf(packet.epoch());
        if (!packet.cid().equals(cid)) {
            return drop(RecordDrop.WRONG_CONNECTION);
        }
        if (epoch == null) {
            return drop(RecordDrop.UNKNOWN_EPOCH);
        }
        byte[] payload = packet.payload().asReadOnlyArray();
        if (!isSealedLength(payload.length)) {
            return drop(RecordDrop.BAD_LENGTH);
        }
        // protocol.md 4.2: looked up before the tag is computed, entered only behind it.
        if (!window.accepts(packet.seq())) {
            return drop(RecordDrop.REPLAYED);
        }
        byte[] covered = header.of(packet.kind(), packet.epoch(), packet.seq());
        RecordCipher.Opening opening = epoch.opener().open(covered, payload);
        byte[] plaintext = opening.plaintext();
        if (plaintext == null) {
            return drop(dropFor(opening.verdict()));
        }
        boolean highest = packet.seq() > window.highest();
        window.mark(packet.seq());
        epoch.countOpened(payload.length);
        onAuthentic(epoch, nowNs);
        return new OpenedRecord(packet.kind(), packet.seq(), packet.epoch(), plaintext, highest);
    }

    /**
     * The server's half of a key change: our public key for REKEYED, the same for a repetition; null if it is not
     * acceptable.
     */
    public @Nullable Bytes onRekey(long epoch, Bytes clientPublic, long nowNs) {
        Answer last = lastAnswer;
        if (last != null && last.epoch() == epoch) {
            return last.theirPublic().equals(clientPublic) ? last.ourPublic() : null;
        }
        if (role != Role.SERVER || coming != null || epoch != sending.number() + 1 || epoch > Limits.MAX_EPOCH) {
            return null;
        }
        X25519KeyPair fresh = X25519KeyPair.generate(random);
        SecretBytes shared = fresh.agree(clientPublic);
        fresh.erase();
        if (shared == null) {
            return null;
        }
        coming = new Epoch(role, sending.keys().next(shared), nowNs);
        lastAnswer = new Answer(epoch, clientPublic, fresh.publicKey());
        return fresh.publicKey();
    }

    /** The end of the client's key change; false if it answers nothing that was asked, or with a worthless key. */
    public boolean onRekeyed(long epoch, Bytes serverPublic, long nowNs) {
        X25519KeyPair ours = offered;
        if (ours == null || epoch != sending.number() + 1) {
            return false;
        }
        SecretBytes shared = ours.agree(serverPublic);
        if (shared == null) {
            return false;
        }
        forgetOffer();
        switchTo(new Epoch(role, sending.keys().next(shared), nowNs));
        return true;
    }

    /** Erases old keys whose grace is over. */
    public void onTimeout(long nowNs) {
        if (retired != null && nowNs >= retired.eraseAtNs()) {
            eraseRetired();
        }
    }

    // Outputs

    /** When old keys are to be erased, a key change is due, or the keys are overdue, whichever comes first. */
    public long nextTimeoutNs() {
        long next = sending.sinceNs() + policy.overdueNs();
        if (retired != null) {
            next = Math.min(next, retired.eraseAtNs());
        } else if (mayBeginRekey()) {
            next = Math.min(next, sending.sinceNs() + policy.afterNs());
        }
        return next;
    }

    // Queries

    /** Whether the client should begin a key change now (protocol.md 4.4). */
    public boolean wantsRekey(long nowNs) {
        return mayBeginRekey() && sending.isWorn(policy, nowNs);
    }

    /** The epoch that a key change begun now leads to. */
    public long nextEpoch() {
        return sending.number() + 1;
    }

    public long sendingEpoch() {
        return sending.number();
    }

    /** Whether the keys are so old that the connection must end. */
    public boolean isOverdue(long nowNs) {
        return sending.isOverdue(policy, nowNs);
    }

    public long dropCount(RecordDrop reason) {
        return dropCounts.getOrDefault(reason, 0L);
    }

    // Private

    private @Nullable Epoch epochOf(long number) {
        if (erased) {
            return null;
        }
        if (number == sending.number()) {
            return sending;
        }
        if (coming != null && number == coming.number()) {
            return coming;
        }
        return retired != null && number == retired.number() ? retired : null;
    }

    /** protocol.md 4.4: the first valid record of the new epoch tells each side that the other one has switched. */
    private void onAuthentic(Epoch epoch, long nowNs) {
        if (epoch == coming) {
            coming = null;
            switchTo(epoch);
        }
        if (epoch == sending && retired != null && retired.eraseAtNs() == NanoClock.NEVER_NS) {
            retired.eraseAt(nowNs + graceNs);
        }
    }

    private void switchTo(Epoch next) {
        eraseRetired();
        retired = sending;
        sending = next;
    }

    private void eraseRetired() {
        if (retired != null) {
            retired.keys().erase();
            retired = null;
        }
    }

    private void forgetOffer() {
        if (offered != null) {
            offered.erase();
            offered = null;
        }
    }

    private boolean mayBeginRekey() {
        return role == Role.CLIENT && offered == null && retired == null && sending.number() < Limits.MAX_EPOCH;
    }

    private @Nullable OpenedRecord drop(RecordDrop reason) {
        dropCounts.merge(reason, 1L, Long::sum);
        return null;
    }

    private static boolean isSealedLength(int payloadBytes) {
        return payloadBytes >= Limits.MIN_PAYLOAD_BYTES
                && (payloadBytes - Limits.MIN_PAYLOAD_BYTES) % Limits.BLOCK_BYTES == 0;
    }

    private static RecordDrop dropFor(RecordCipher.Verdict verdict) {
        return switch (verdict) {
            case BAD_LENGTH -> RecordDrop.BAD_LENGTH;
            case BAD_TAG -> RecordDrop.BAD_TAG;
            case BAD_PADDING -> RecordDrop.BAD_PADDING;
            case OPENED -> throw new AssertionError("an opened record was to be dropped");
        };
    }
}
