package io.heliograph.common.e2e;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The keys that one device seals its messages in one conversation with, one after the other (protocol.md 13.5).
 *
 * <p>It has no form to be stored in: a chain that came back from disk could bring a key and a counter back with it. Not
 * thread-safe; owned by the client's core.
 */
public final class SendChain {
    public static final int MAX_MESSAGES = 100;
    public static final long MAX_AGE_MS = TimeUnit.HOURS.toMillis(24);

    private final Bytes room;
    private final Bytes device;
    private final Bytes chain;
    private final SecretBytes firstKey;
    private final long startedMs;
    private SecretBytes key;
    private long counter;

    private SendChain(Bytes room, Bytes device, Bytes chain, SecretBytes firstKey, long startedMs) {
        this.room = room;
        this.device = device;
        this.chain = chain;
        this.firstKey = firstKey;
        this.startedMs = startedMs;
        this.key = copyOf(firstKey);
    }

    /** A fresh one, of which nothing is sealed yet. */
    public static SendChain start(Bytes room, Bytes device, RandomSource random, long nowMs) {
        Bytes chain = Bytes.takingOver(random.bytes(SealedHeader.CHAIN_BYTES));
        return new SendChain(room, device, chain, SecretBytes.random(ChainStep.KEY_BYTES, random), nowMs);
    }

    /** Its name, 8 bytes. */
    public Bytes chain() {
        return chain;
    }

    /** A copy of the key that belongs to counter 0, to be sent to those who may read, and then erased. */
    public SecretBytes firstKey() {
        return copyOf(firstKey);
    }

    /** How many messages it has sealed; the next one's number. */
    public long counter() {
        return counter;
    }

    /** Whether the next message wants a new chain: after {@value #MAX_MESSAGES} messages or 24 hours. */
    public boolean isSpent(long nowMs) {
        return counter >= MAX_MESSAGES || nowMs - startedMs >= MAX_AGE_MS;
    }

    /** The sealed body. Every call takes a key of its own, a repetition of the same message too. */
    public Bytes seal(IdentityKeyPair signer, Envelope envelope, SealedContent content) {
        SignedRecord.require(envelope.room().equals(room), "an envelope of another conversation");
        SignedRecord.require(envelope.device().equals(device), "an envelope of another device");
        SignedRecord.require(signer.publicKey().octets().equals(device), "another device's key");
        if (counter >= MAX_MESSAGES) {
            throw new IllegalStateException("a chain of " + MAX_MESSAGES + " messages is spent");
        }
        byte[] aad = envelope.aad(chain, counter);
        SecretBytes messageKey = ChainStep.messageKey(key);
        byte[] ciphertext = ChainStep.seal(messageKey, aad, content.padded());
        messageKey.erase();
        byte[] header = SealedHeader.of(envelope, chain, counter).octets();
        step();
        return new Octets()
                .add(header)
                .add(ciphertext)
                .add(signer.sign(Envelope.signed(aad, ciphertext)))
                .toBytes();
    }

    /** To be called when it will not be used any more. */
    public void erase() {
        firstKey.erase();
        key.erase();
    }

    private void step() {
        SecretBytes next = ChainStep.next(key);
        key.erase();
        key = next;
        counter++;
    }

    private static SecretBytes copyOf(SecretBytes secret) {
        byte[] octets = secret.toArray();
        SecretBytes copy = SecretBytes.copyOf(octets);
        Arrays.fill(octets, (byte) 0);
        return copy;
    }
}
