package io.heliograph.common.handshake;

import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.crypto.KeyTransport;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.SessionSecrets;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one connection attempt (protocol.md 3); {@link ClientHandshakeState} draws it.
 *
 * <p>What does not prove itself changes nothing but the reason of a later timeout. The keys are erased when the
 * attempt ends, however it ends. After each input the owner drains {@link #pollTransmit} and looks at {@link
 * #result}. Not thread-safe; owned by one loop.
 */
public final class ClientHandshake {
    private final ClientHandshakeKeys keys;
    private final @Nullable Fingerprint expected;
    private final HandshakeConfig config;
    private final RequestTimer timer;

    /** Hashes of every request that carried a cookie: the reply may be to an earlier one than the last. */
    private final List<Bytes> provingHashes = new ArrayList<>();

    private ClientHandshakeState state = ClientHandshakeState.NEW;
    private Packet.KeyReq request;
    private byte[] datagram;
    private long failAtNs = NanoClock.NEVER_NS;
    private long cookieTakenNs;
    private int retryCount;
    private boolean sawUnauthentic;
    private @Nullable ClientHandshakeResult result;

    /**
     * An attempt that has not begun.
     *
     * @param expected the identity to insist on; null if the caller decides about the one that {@link
     *     ClientHandshakeResult.Established} names, before anything of its user is sent
     */
    public ClientHandshake(
            ClientHandshakeKeys keys, @Nullable Fingerprint expected, HandshakeConfig config, RandomSource random) {
        this.keys = keys;
        this.expected = expected;
        this.config = config;
        this.timer = new RequestTimer(config, random);
        this.request = new Packet.KeyReq(
                Suites.VERSION,
                Suites.OFFERED,
                keys.random(),
                keys.rsa().publicKey().spki(),
                keys.x25519().publicKey(),
                null);
        this.datagram = PacketCodec.encode(request);
    }

    // Commands

    public void start(long nowNs) {
        if (state != ClientHandshakeState.NEW) {
            throw new IllegalStateException("started in state " + state);
        }
        state = ClientHandshakeState.ASKING;
        failAtNs = nowNs + config.timeoutNs();
        timer.begin(nowNs);
    }

    /** Ends the attempt without a result and erases its keys. */
    public void abandon() {
        if (isRunning()) {
            end(ClientHandshakeState.FAILED, null);
        }
    }

    // Inputs

    public void onPacket(Packet packet, long nowNs) {
        switch (state) {
            case ASKING -> {
                if (packet instanceof Packet.KeyRetry retry) {
                    onKeyRetry(retry, nowNs);
                } else if (packet instanceof Packet.KeyRep) {
                    // No request with a cookie has gone out, so no server can have signed for one.
                    sawUnauthentic = true;
                }
            }
            case PROVING -> {
                if (packet instanceof Packet.KeyRetry retry) {
                    onKeyRetry(retry, nowNs);
                } else if (packet instanceof Packet.KeyRep reply) {
                    onKeyRep(reply, nowNs);
                }
            }
            // Ignored in these states: nothing was asked yet, or all is decided.
            case NEW, ESTABLISHED, FAILED -> {}
        }
    }

    /** Call when {@link #nextTimeoutNs} has come; harmless at other times. */
    public void onTimeout(long nowNs) {
        if (isRunning() && nowNs >= failAtNs) {
            HandshakeFailure reason = sawUnauthentic ? HandshakeFailure.NOT_AUTHENTIC : HandshakeFailure.TIMED_OUT;
            fail(reason, null);
        }
    }

    // Outputs

    /** The request if it is time to send it (again); else null. */
    public byte @Nullable [] pollTransmit(long nowNs) {
        return isRunning() && timer.pollDue(nowNs) ? datagram.clone() : null;
    }

    public long nextTimeoutNs() {
        return isRunning() ? Math.min(failAtNs, timer.nextNs()) : NanoClock.NEVER_NS;
    }

    /** How it ended; null while it runs or after {@link #abandon}. */
    public @Nullable ClientHandshakeResult result() {
        return result;
    }

    // Queries

    public ClientHandshakeState state() {
        return state;
    }

    /** Whether a server that answers is there, whoever it is. */
    public boolean sawRetry() {
        return retryCount > 0;
    }

    /** The round trip if one answer belongs to one request without doubt; 0 while unknown. */
    public long rttNs() {
        return timer.rttNs();
    }

    // Private

    private boolean isRunning() {
        return state == ClientHandshakeState.ASKING || state == ClientHandshakeState.PROVING;
    }

    private void onKeyRetry(Packet.KeyRetry retry, long nowNs) {
        // protocol.md 3.2: without our random it answers somebody else, or nobody.
        if (!retry.random().equals(keys.random()) || retryCount == config.maxRetryCount()) {
            return;
        }
        if (state == ClientHandshakeState.PROVING && nowNs - cookieTakenNs < config.retryPauseNs()) {
            // An answer to a repetition of the first request: taking it would only make the server agree on keys twice.
            return;
        }
        timer.onAnswer(nowNs);
        retryCount++;
        cookieTakenNs = nowNs;
        request = request.withCookie(retry.cookie());
        datagram = PacketCodec.encode(request);
        provingHashes.add(Transcript.hashOfRequest(datagram));
        state = ClientHandshakeState.PROVING;
        timer.begin(nowNs);
    }

    /** protocol.md 3.3, in its order: suite, signature, identity, wrapped secret, X25519. */
    private void onKeyRep(Packet.KeyRep reply, long nowNs) {
        IdentityPublicKey identity = new IdentityPublicKey(reply.identity());
        Bytes transcript = request.suites().contains(reply.suite()) ? verify(reply, identity) : null;
        if (transcript == null) {
            // Anybody can send one of these: the attempt goes on.
            sawUnauthentic = true;
            return;
        }
        if (expected != null && !expected.equals(identity.fingerprint())) {
            fail(HandshakeFailure.WRONG_IDENTITY, identity.fingerprint());
            return;
        }
        SecretBytes wrapped = KeyTransport.unwrap(keys.rsa(), reply.wrapped());
        SecretBytes agreed = keys.x25519().agree(reply.x25519());
        if (wrapped == null || agreed == null) {
            fail(HandshakeFailure.BAD_KEYS, null);
            return;
        }
        timer.onAnswer(nowNs);
        SessionSecrets secrets = SessionSecrets.derive(transcript, wrapped, agreed);
        end(ClientHandshakeState.ESTABLISHED, new ClientHandshakeResult.Established(reply.cid(), secrets, identity));
    }

    /** The transcript's hash if the reply is signed for one of our requests; else null. */
    private @Nullable Bytes verify(Packet.KeyRep reply, IdentityPublicKey identity) {
        Bytes replyHash = Transcript.hashOfReply(reply);
        for (Bytes requestHash : provingHashes) {
            if (identity.verify(Transcript.signedBy(requestHash, replyHash), reply.signature())) {
                return Transcript.hash(requestHash, replyHash, reply.signature());
            }
        }
        return null;
    }

    private void fail(HandshakeFailure reason, @Nullable Fingerprint presented) {
        end(ClientHandshakeState.FAILED, new ClientHandshakeResult.Failed(reason, presented));
    }

    private void end(ClientHandshakeState last, @Nullable ClientHandshakeResult how) {
        state = last;
        result = how;
        keys.erase();
    }
}
