package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;

/**
 * What a handshake gives: the first record keys, and the exporter that binds a login to this connection.
 *
 * <p>Not thread-safe; handed from owner to owner.
 */
public record SessionSecrets(EpochKeys keys, SecretBytes exporter) {

    /**
     * Derives them (protocol.md 3.3) and erases both inputs.
     *
     * @param transcript the hash of everything both sides said
     * @param wrapped the secret that RSA-OAEP carried
     * @param agreed the secret that X25519 gave
     */
    public static SessionSecrets derive(Bytes transcript, SecretBytes wrapped, SecretBytes agreed) {
        SecretBytes both = wrapped.concat(agreed);
        SecretBytes prk = KeyDerivation.extract(transcript, both);
        SessionSecrets secrets = new SessionSecrets(EpochKeys.first(prk), KeyDerivation.expand(prk, "exporter"));
        both.erase();
        prk.erase();
        wrapped.erase();
        agreed.erase();
        return secrets;
    }

    public void erase() {
        keys.erase();
        exporter.erase();
    }
}
