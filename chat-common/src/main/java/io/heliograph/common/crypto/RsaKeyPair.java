package io.heliograph.common.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The client's RSA key of one connection attempt.
 *
 * <p>Java gives no way to overwrite a {@link BigInteger}: {@link #erase} lets go of the private key, and the
 * collector does the rest. Not thread-safe.
 */
public final class RsaKeyPair {
    private final RsaPublicKey publicKey;
    private @Nullable RSAPrivateKey privateKey;

    private RsaKeyPair(RsaPublicKey publicKey, RSAPrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** Slow: about 80 ms for 2048 bits and 300 ms for 3072, with a long tail. Never on a loop's thread. */
    public static RsaKeyPair generate(int modulusBits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(modulusBits, RSAKeyGenParameterSpec.F4));
            KeyPair pair = generator.generateKeyPair();
            return new RsaKeyPair(RsaPublicKey.of((RSAPublicKey) pair.getPublic()), (RSAPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no RSA keys of " + modulusBits + " bits", e);
        }
    }

    /** Reads one of our own keys, PKCS#8. */
    public static RsaKeyPair fromPkcs8(SecretBytes pkcs8) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8.asReadOnlyArray()));
            RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new RsaKeyPair(RsaPublicKey.of((RSAPublicKey) factory.generatePublic(spec)), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private RSA key in PKCS#8", e);
        }
    }

    public RsaPublicKey publicKey() {
        return publicKey;
    }

    RSAPrivateKey privateKey() {
        if (privateKey == null) {
            throw new IllegalStateException("RSA key used after it was erased");
        }
        return privateKey;
    }

    public void erase() {
        privateKey = null;
    }
}
