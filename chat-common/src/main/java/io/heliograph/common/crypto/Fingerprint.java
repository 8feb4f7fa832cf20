package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of an identity key, as people and invite links carry it (protocol.md 3.3).
 *
 * <p>Immutable, thread-safe.
 */
public final class Fingerprint {
    private static final String PREFIX = "SHA256:";
    private static final int BASE64_CHARS = 43;

    private final Bytes digest;

    private Fingerprint(Bytes digest) {
        this.digest = digest;
    }

    static Fingerprint of(Bytes identity) {
        return new Fingerprint(Sha256.digest(identity.asReadOnlyArray()));
    }

    /**
     * Reads {@code SHA256:} and 43 characters of Base64, either alphabet, with or without the one {@code =} of padding.
     *
     * @throws IllegalArgumentException with a sentence for the user if it is anything else
     */
    public static Fingerprint parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a fingerprint begins with " + PREFIX);
        }
        String encoded = text.substring(PREFIX.length());
        if (encoded.length() == BASE64_CHARS + 1 && encoded.endsWith("=")) {
            encoded = encoded.substring(0, BASE64_CHARS);
        }
        if (encoded.length() != BASE64_CHARS) {
            throw new IllegalArgumentException(
                    "a fingerprint has " + BASE64_CHARS + " characters after " + PREFIX + ", not " + encoded.length());
        }
        byte[] digest = decode(encoded.replace('-', '+').replace('_', '/'));
        if (digest == null) {
            throw new IllegalArgumentException("a fingerprint is made of letters, digits, + and /");
        }
        Fingerprint parsed = new Fingerprint(Bytes.takingOver(digest));
        if (!parsed.encoded().equals(encoded.replace('-', '+').replace('_', '/'))) {
            throw new IllegalArgumentException("the last character of the fingerprint is wrong");
        }
        return parsed;
    }

    /** The first half as eight pronounceable words, for reading aloud. */
    public String words() {
        return Words.of(digest);
    }

    /** Constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && MessageDigest.isEqual(digest.asReadOnlyArray(), that.digest.asReadOnlyArray());
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    /** {@code SHA256:} and 43 characters. */
    @Override
    public String toString() {
        return PREFIX + encoded();
    }

    private String encoded() {
        return Base64.getEncoder().withoutPadding().encodeToString(digest.asReadOnlyArray());
    }

    private static byte @Nullable [] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
