package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF-SHA256 (RFC 5869) under this protocol's labels (protocol.md 3.3). Thread-safe. */
public final class KeyDerivation {
    static final int KEY_BYTES = 32;
    private static final String LABEL_PREFIX = "heliograph/1 ";

    private KeyDerivation() {}

    /** HKDF-Extract. */
    static SecretBytes extract(byte[] salt, SecretBytes inputKeyMaterial) {
        byte[] prk = new HKDFBytesGenerator(new SHA256Digest()).extractPRK(salt, inputKeyMaterial.asReadOnlyArray());
        return SecretBytes.takingOver(prk);
    }

    public static SecretBytes extract(Bytes salt, SecretBytes inputKeyMaterial) {
        return extract(salt.asReadOnlyArray(), inputKeyMaterial);
    }

    /** A 32-byte key of its own for {@code label}. */
    public static SecretBytes expand(SecretBytes prk, String label) {
        return expand(prk, (LABEL_PREFIX + label).getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
    }

    /** HKDF-Expand, under an {@code info} that is not a label alone. */
    public static SecretBytes expand(SecretBytes prk, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(HKDFParameters.skipExtractParameters(prk.asReadOnlyArray(), info));
        byte[] key = new byte[length];
        generator.generateBytes(key, 0, length);
        return SecretBytes.takingOver(key);
    }
}
