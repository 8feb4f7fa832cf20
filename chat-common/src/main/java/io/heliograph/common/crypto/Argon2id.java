package io.heliograph.common.crypto;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106), version 1.3, without secret and associated data.
 *
 * <p>Keeps the memory of a derivation for the next one, cleared, for as long as nobody else needs it: 64 MiB of fresh
 * blocks for each password would make every collection of garbage copy them, and stop the relay's loop meanwhile.
 * Thread-safe; each derivation that runs beside another has memory of its own.
 */
public final class Argon2id {
    private final Deque<SoftReference<Memory>> idle = new ArrayDeque<>();

    /**
     * What a hash costs whoever computes it.
     *
     * @param memoryKib at least 8 for each lane
     */
    public record Cost(int memoryKib, int passes, int lanes) {}

    /** Blocks of 1 KiB for one derivation at a time. */
    private record Memory(int memoryKib, FixedBlockPool blocks) {}

    /** {@code lengthBytes} octets, at least 4; takes all the memory and time that {@code cost} says. */
    public byte[] derive(byte[] password, byte[] salt, Cost cost, int lengthBytes) {
        Memory memory = takeMemory(cost.memoryKib());
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withBlockPool(memory.blocks())
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] derived = new byte[lengthBytes];
        generator.generateBytes(password, derived);
        keep(memory);
        return derived;
    }

    private synchronized void keep(Memory memory) {
        idle.add(new SoftReference<>(memory));
    }

    private synchronized Memory takeMemory(int memoryKib) {
        for (SoftReference<Memory> next = idle.poll(); next != null; next = idle.poll()) {
            @Nullable Memory memory = next.get();
            if (memory != null && memory.memoryKib() == memoryKib) {
                return memory;
            }
        }
        return new Memory(memoryKib, new FixedBlockPool(memoryKib));
    }
}
