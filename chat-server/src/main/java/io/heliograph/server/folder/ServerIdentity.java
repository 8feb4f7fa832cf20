package io.heliograph.server.folder;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;

/** The server's long-term key: made at the first start, kept in the data folder. */
public final class ServerIdentity {
    private static final String FILE = "identity.key";
    private static final int SEED_BYTES = 32;

    private ServerIdentity() {}

    /** Reads the key, or makes it if this is the first start. */
    public static IdentityKeyPair loadOrCreate(DataFolder folder, RandomSource random) throws StartException {
        byte[] seed = folder.read(FILE);
        if (seed == null) {
            IdentityKeyPair made = IdentityKeyPair.generate(random);
            folder.write(FILE, made.seed().toArray());
            return made;
        }
        if (seed.length != SEED_BYTES) {
            throw new StartException(folder.path().resolve(FILE) + " is damaged (" + seed.length
                    + " bytes, not 32): put back a copy, or remove it to start with a new identity that every client"
                    + " will have to be told");
        }
        return IdentityKeyPair.fromSeed(SecretBytes.copyOf(seed));
    }
}
