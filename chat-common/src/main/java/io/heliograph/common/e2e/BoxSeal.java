package io.heliograph.common.e2e;

import io.heliograph.common.crypto.Hpke;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Seals a box to another device's prekey and opens those that come (protocol.md 13.3). The sender signs inside, with
 * both devices and the prekey under the signature, so nobody can pass a box on as one of their own.
 *
 * <p>Thread-safe: pure functions.
 */
public final class BoxSeal {
    public static final int MAX_BYTES = 1_024;
    private static final int VERSION = 1;
    private static final int PREKEY_ID_AT = 1;
    private static final int HEADER_BYTES = 5;
    private static final String LABEL = "box";
    private static final byte[] NO_AAD = {};

    private BoxSeal() {}

    public static Bytes seal(IdentityKeyPair sender, PreKeyRecord recipient, BoxContent content, RandomSource random) {
        Parties parties = new Parties(sender.publicKey().octets(), recipient.device(), recipient.publicKey());
        Bytes plain = BoxContent.Format.encode(content);
        byte[] plaintext =
                new Octets().add(plain).add(sender.sign(parties.signed(plain))).toArray();
        byte[] sealed = Hpke.seal(recipient.publicKey(), parties.info(), NO_AAD, plaintext, random);
        Arrays.fill(plaintext, (byte) 0);
        return new Octets().u8(VERSION).u32(recipient.id()).add(sealed).toBytes();
    }

    /**
     * Null for what {@code senderDevice} has not sealed for this device, or to a prekey that is not there any more.
     *
     * @param prekeyById the own key pair of that number; null if there is none
     */
    public static @Nullable BoxContent open(
            Bytes box, Bytes senderDevice, Bytes ownDevice, LongFunction<@Nullable X25519KeyPair> prekeyById) {
        boolean isBox = box.length() > HEADER_BYTES && box.length() <= MAX_BYTES && box.at(0) == VERSION;
        if (!isBox || senderDevice.length() != SignedRecord.KEY_BYTES) {
            return null;
        }
        X25519KeyPair prekey = prekeyById.apply(Octets.number(box, PREKEY_ID_AT, Integer.BYTES));
        if (prekey == null) {
            return null;
        }
        Parties parties = new Parties(senderDevice, ownDevice, prekey.publicKey());
        byte[] sealed =
                Octets.slice(box, HEADER_BYTES, box.length() - HEADER_BYTES).toArray();
        byte[] plaintext = Hpke.open(prekey, parties.info(), NO_AAD, sealed);
        if (plaintext == null || plaintext.length <= SignedRecord.SIGNATURE_BYTES) {
            return null;
        }
        Bytes signed = Bytes.takingOver(plaintext);
        Bytes plain = SignedRecord.contentOf(signed);
        boolean isSigned =
                new IdentityPublicKey(senderDevice).verify(parties.signed(plain), SignedRecord.signatureOf(signed));
        return isSigned ? BoxContent.Format.decode(plain) : null;
    }

    /** Whom a box is from, whom it is for, and the prekey it is sealed to: bound to all of it. */
    private record Parties(Bytes sender, Bytes recipient, Bytes prekey) {
        byte[] info() {
            return names(Octets.labelled(LABEL)).toArray();
        }

        byte[] signed(Bytes content) {
            return names(Octets.labelled(LABEL)).add(content).toArray();
        }

        private Octets names(Octets out) {
            return out.add(sender).add(recipient).add(prekey);
        }
    }
}
