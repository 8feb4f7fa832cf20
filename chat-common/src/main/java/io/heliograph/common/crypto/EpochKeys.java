package io.heliograph.common.crypto;

/**
 * The record keys of one epoch, both directions, and the secret that leads to the next (protocol.md 3.3, 4.4).
 *
 * <p>Not thread-safe; handed from owner to owner.
 */
public final class EpochKeys {
    private final long epoch;
    private final SecretBytes clientEncryption;
    private final SecretBytes clientMac;
    private final SecretBytes serverEncryption;
    private final SecretBytes serverMac;
    private final SecretBytes rekeySecret;

    private EpochKeys(long epoch, SecretBytes prk) {
        this.epoch = epoch;
        this.clientEncryption = KeyDerivation.expand(prk, "c2s enc");
        this.clientMac = KeyDerivation.expand(prk, "c2s mac");
        this.serverEncryption = KeyDerivation.expand(prk, "s2c enc");
        this.serverMac = KeyDerivation.expand(prk, "s2c mac");
        this.rekeySecret = KeyDerivation.expand(prk, "rekey");
    }

    static EpochKeys first(SecretBytes prk) {
        return new EpochKeys(0, prk);
    }

    /** The keys of the next epoch, from what a fresh X25519 agreement gave. Erases {@code shared}. */
    public EpochKeys next(SecretBytes shared) {
        SecretBytes prk = KeyDerivation.extract(rekeySecret.asReadOnlyArray(), shared);
        EpochKeys next = new EpochKeys(epoch + 1, prk);
        prk.erase();
        shared.erase();
        return next;
    }

    public long epoch() {
        return epoch;
    }

    /** A cipher for what the client seals and the server opens. */
    public RecordCipher clientToServer() {
        return new RecordCipher(clientEncryption, clientMac);
    }

    /** A cipher for what the server seals and the client opens. */
    public RecordCipher serverToClient() {
        return new RecordCipher(serverEncryption, serverMac);
    }

    public void erase() {
        clientEncryption.erase();
        clientMac.erase();
        serverEncryption.erase();
        serverMac.erase();
        rekeySecret.erase();
    }
}
