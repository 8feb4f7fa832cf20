package io.heliograph.common.e2e;

import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.util.Bytes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys to what one device of somebody says in one conversation (protocol.md 13.5). Each message key is erased as it
 * is used; those of messages that have not come yet are kept, at most {@value #MAX_SKIPPED}, the newest.
 *
 * <p>Not thread-safe; owned by the client's core.
 */
public final class ReceiveChain {
    public static final int MAX_AHEAD = 2_000;
    public static final int MAX_SKIPPED = 2_000;

    private final Bytes room;
    private final Bytes device;
    private final Bytes chain;
    private final long firstCounter;
    private final TreeMap<Long, SecretBytes> skipped = new TreeMap<>();
    private long nextCounter;
    private SecretBytes key;

    /**
     * The chain from one message on.
     *
     * @param counter the message that {@code key} belongs to, 0 to 2^32 - 1
     * @param key 32 bytes; copied
     */
    public ReceiveChain(Bytes room, Bytes device, Bytes chain, long counter, SecretBytes key) {
        this(room, device, chain, counter, counter, key);
    }

    ReceiveChain(Bytes room, Bytes device, Bytes chain, long firstCounter, long nextCounter, SecretBytes key) {
        SignedRecord.require(key.length() == ChainStep.KEY_BYTES, "a chain key of " + key.length() + " bytes");
        SignedRecord.require(
                firstCounter >= 0 && firstCounter <= nextCounter && nextCounter <= SealedHeader.MAX_COUNTER + 1,
                "a counter of " + nextCounter);
        this.room = room;
        this.device = device;
        this.chain = chain;
        this.firstCounter = firstCounter;
        this.nextCounter = nextCounter;
        this.key = SecretBytes.copyOf(key.toArray());
    }

    /** A failure changes nothing here: what was refused may be tried again, and spends no key. */
    public Opened open(Bytes sealedBody, Envelope envelope) {
        SealedHeader header = SealedHeader.of(sealedBody);
        if (header == null
                || !envelope.room().equals(room)
                || !envelope.device().equals(device)
                || !header.equals(SealedHeader.of(envelope, chain, header.counter()))) {
            return failed(OpenFailure.MALFORMED);
        }
        byte[] aad = envelope.aad(chain, header.counter());
        byte[] ciphertext = SealedHeader.ciphertextOf(sealedBody);
        // First of all: only what the device has signed may cost the steps of a chain (protocol.md 13.5).
        if (!new IdentityPublicKey(device)
                .verify(Envelope.signed(aad, ciphertext), SignedRecord.signatureOf(sealedBody))) {
            return failed(OpenFailure.BAD_SIGNATURE);
        }
        return header.counter() < nextCounter
                ? openSkipped(header.counter(), aad, ciphertext)
                : openAhead(header.counter(), aad, ciphertext);
    }

    /** The number behind the greatest one that has been opened. */
    public long nextCounter() {
        return nextCounter;
    }

    /** Everything about it, keys too: for the encrypted profile alone. */
    public Bytes encode() {
        return ReceiveChainFormat.encode(this);
    }

    /** Null if {@code octets} are not what {@link #encode} makes. */
    public static @Nullable ReceiveChain decode(Bytes octets) {
        return ReceiveChainFormat.decode(octets);
    }

    /** To be called when it will not be used any more. */
    public void erase() {
        key.erase();
        skipped.values().forEach(SecretBytes::erase);
        skipped.clear();
    }

    public Bytes room() {
        return room;
    }

    public Bytes device() {
        return device;
    }

    Bytes chain() {
        return chain;
    }

    long firstCounter() {
        return firstCounter;
    }

    SecretBytes key() {
        return key;
    }

    /** The kept message keys by counter, ascending. */
    Map<Long, SecretBytes> skipped() {
        return skipped;
    }

    void keep(long counter, SecretBytes messageKey) {
        skipped.put(counter, messageKey);
        if (skipped.size() > MAX_SKIPPED) {
            skipped.pollFirstEntry().getValue().erase();
        }
    }

    private Opened openSkipped(long counter, byte[] aad, byte[] ciphertext) {
        SecretBytes messageKey = skipped.get(counter);
        if (messageKey == null) {
            // What was said before this key was made needs an earlier one.
            return failed(counter < firstCounter ? OpenFailure.NOT_OPENED : OpenFailure.REPEATED);
        }
        Opened opened = open(messageKey, aad, ciphertext);
        if (opened instanceof Opened.Content) {
            skipped.remove(counter);
            messageKey.erase();
        }
        return opened;
    }

    private Opened openAhead(long counter, byte[] aad, byte[] ciphertext) {
        if (counter - nextCounter > MAX_AHEAD) {
            return failed(OpenFailure.TOO_FAR);
        }
        TreeMap<Long, SecretBytes> passed = new TreeMap<>();
        SecretBytes at = SecretBytes.copyOf(key.toArray());
        for (long i = nextCounter; i < counter; i++) {
            passed.put(i, ChainStep.messageKey(at));
            at = stepFrom(at);
        }
        SecretBytes messageKey = ChainStep.messageKey(at);
        Opened opened = open(messageKey, aad, ciphertext);
        messageKey.erase();
        if (opened instanceof Opened.Content) {
            passed.forEach(this::keep);
            key.erase();
            key = stepFrom(at);
            nextCounter = counter + 1;
        } else {
            passed.values().forEach(SecretBytes::erase);
            at.erase();
        }
        return opened;
    }

    private static SecretBytes stepFrom(SecretBytes chainKey) {
        SecretBytes next = ChainStep.next(chainKey);
        chainKey.erase();
        return next;
    }

    private static Opened open(SecretBytes messageKey, byte[] aad, byte[] ciphertext) {
        byte[] padded = ChainStep.open(messageKey, aad, ciphertext);
        if (padded == null) {
            return failed(OpenFailure.NOT_OPENED);
        }
        SealedContent content = SealedContent.ofPadded(padded);
        return content == null ? failed(OpenFailure.MALFORMED) : new Opened.Content(content);
    }

    private static Opened failed(OpenFailure why) {
        return new Opened.Failed(why);
    }
}
