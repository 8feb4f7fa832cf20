package io.heliograph.common.e2e;

import io.heliograph.common.codec.CborReader;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.crypto.AesGcm;
import io.heliograph.common.crypto.Argon2id;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A device that is to move to another machine, as a text sealed by a passphrase (protocol.md 13.11). Sealing and
 * opening take 64 MiB and a good part of a second.
 *
 * <p>Immutable but for the seed's erasure.
 *
 * @param host of the server, 1 to 255 bytes
 * @param port 1 to 65,535
 * @param seed of the device's Ed25519 key, 32 bytes
 * @param listVersion of the newest device list that the device has signed; 0 for none
 */
public record ExportedIdentity(String host, int port, String name, SecretBytes seed, long listVersion) {
    private static final String FIRST_LINE = "HELIOGRAPH IDENTITY 1";
    private static final byte[] AAD = FIRST_LINE.getBytes(StandardCharsets.US_ASCII);
    private static final Argon2id.Cost COST = new Argon2id.Cost(64 * 1_024, 3, 1);
    private static final int SALT_BYTES = 16;
    private static final int SEALED_AT = SALT_BYTES + AesGcm.NONCE_BYTES;
    private static final int ELEMENTS = 5;
    private static final int LINE_CHARS = 64;
    private static final int MAX_TEXT_CHARS = 8_192;
    private static final int MAX_HOST_BYTES = 255;
    private static final int MAX_PORT = 65_535;

    public ExportedIdentity {
        SignedRecord.require(isHost(host), "a host out of bounds");
        SignedRecord.require(port >= 1 && port <= MAX_PORT, "a port out of bounds");
        SignedRecord.require(SignedRecord.isName(name), "a name out of bounds");
        SignedRecord.require(seed.length() == IdentityKeyPair.SEED_BYTES, "a seed of " + seed.length() + " bytes");
        SignedRecord.require(listVersion >= 0, "a negative version");
    }

    /** The whole text, its last line ended. */
    public String seal(SecretBytes passphrase, RandomSource random) {
        byte[] salt = random.bytes(SALT_BYTES);
        byte[] nonce = random.bytes(AesGcm.NONCE_BYTES);
        byte[] content = content();
        byte[] sealed = cipher(passphrase, salt).seal(nonce, AAD, content);
        Arrays.fill(content, (byte) 0);
        byte[] all = new Octets().add(salt).add(nonce).add(sealed).toArray();
        byte[] lineEnd = {'\n'};
        return FIRST_LINE + "\n" + Base64.getMimeEncoder(LINE_CHARS, lineEnd).encodeToString(all) + "\n";
    }

    /** Null if {@code text} is no exported identity, or the passphrase is another one. */
    public static @Nullable ExportedIdentity open(String text, SecretBytes passphrase) {
        byte[] all = octetsOf(text);
        if (all == null || all.length < SEALED_AT + AesGcm.TAG_BYTES) {
            return null;
        }
        byte[] salt = Arrays.copyOf(all, SALT_BYTES);
        byte[] nonce = Arrays.copyOfRange(all, SALT_BYTES, SEALED_AT);
        byte[] content = cipher(passphrase, salt).open(nonce, AAD, Arrays.copyOfRange(all, SEALED_AT, all.length));
        return content == null ? null : ofContent(Bytes.takingOver(content));
    }

    /** What stands inside the seal; null if it is no identity. */
    static @Nullable ExportedIdentity ofContent(Bytes content) {
        return SignedRecord.readContent(content, ExportedIdentity::read);
    }

    /** Says where to, never which key. */
    @Override
    public String toString() {
        return "ExportedIdentity[" + name + " at " + host + ":" + port + "]";
    }

    byte[] content() {
        byte[] octets = seed.toArray();
        Bytes content = SignedRecord.content(ELEMENTS, out -> out.text(host)
                .uint(port)
                .text(name)
                .octets(Bytes.takingOver(octets))
                .uint(listVersion));
        Arrays.fill(octets, (byte) 0);
        return content.toArray();
    }

    private static ExportedIdentity read(CborReader in) throws MalformedException {
        String host = in.text(MAX_HOST_BYTES);
        long port = in.uint(MAX_PORT);
        String name = SignedRecord.name(in);
        byte[] seed = in.octets(IdentityKeyPair.SEED_BYTES, IdentityKeyPair.SEED_BYTES)
                .toArray();
        long listVersion = in.uint(Long.MAX_VALUE);
        if (!isHost(host) || port < 1) {
            throw new MalformedException("a server out of bounds");
        }
        SecretBytes secret = SecretBytes.copyOf(seed);
        Arrays.fill(seed, (byte) 0);
        return new ExportedIdentity(host, (int) port, name, secret, listVersion);
    }

    private static byte @Nullable [] octetsOf(String text) {
        if (text.length() > MAX_TEXT_CHARS || !text.startsWith(FIRST_LINE)) {
            return null;
        }
        String encoded = text.substring(FIRST_LINE.length());
        // What editors and mail do to line ends and the end of a file is no reason to refuse it; the seal is.
        if (encoded.isEmpty() || "\r\n".indexOf(encoded.charAt(0)) < 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(encoded.replaceAll("[\r\n]", "").strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static AesGcm cipher(SecretBytes passphrase, byte[] salt) {
        byte[] password = passphrase.toArray();
        byte[] derived = new Argon2id().derive(password, salt, COST, AesGcm.KEY_BYTES);
        SecretBytes key = SecretBytes.copyOf(derived);
        AesGcm cipher = new AesGcm(key);
        key.erase();
        Arrays.fill(derived, (byte) 0);
        Arrays.fill(password, (byte) 0);
        return cipher;
    }

    private static boolean isHost(String host) {
        return !host.isEmpty() && host.getBytes(StandardCharsets.UTF_8).length <= MAX_HOST_BYTES;
    }
}
