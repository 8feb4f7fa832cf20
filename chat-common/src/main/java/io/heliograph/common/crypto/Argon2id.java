package io.heliograph.common.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106), version 1.3, without secret and associated data. Thread-safe. */
public final class Argon2id {
    private Argon2id() {}

    /**
     * What a hash costs whoever computes it.
     *
     * @param memoryKib at least 8 for each lane
     */
    public record Cost(int memoryKib, int passes, int lanes) {}

    /** {@code lengthBytes} octets, at least 4; takes all the memory and time that {@code cost} says. */
    public static byte[] derive(byte[] password, byte[] salt, Cost cost, int lengthBytes) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] derived = new byte[lengthBytes];
        generator.generateBytes(password, derived);
        return derived;
    }
}
