package io.heliograph.common.e2e;

import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a chain lies in the encrypted profile: {@code 0x01 ‖ room (32) ‖ device (32) ‖ chain (8) ‖ u64 first counter ‖
 * u64 next counter ‖ key (32) ‖ u16 count ‖ count · (u64 counter ‖ message key (32))}, counters ascending.
 *
 * <p>Thread-safe: pure functions.
 */
final class ReceiveChainFormat {
    private static final int VERSION = 1;
    private static final int KEY_BYTES = ChainStep.KEY_BYTES;
    private static final int ROOM_AT = 1;
    private static final int DEVICE_AT = ROOM_AT + Sha256.DIGEST_BYTES;
    private static final int CHAIN_AT = DEVICE_AT + SignedRecord.KEY_BYTES;
    private static final int FIRST_AT = CHAIN_AT + SealedHeader.CHAIN_BYTES;
    private static final int NEXT_AT = FIRST_AT + Long.BYTES;
    private static final int KEY_AT = NEXT_AT + Long.BYTES;
    private static final int COUNT_AT = KEY_AT + KEY_BYTES;
    private static final int SKIPPED_AT = COUNT_AT + Short.BYTES;
    private static final int SKIPPED_BYTES = Long.BYTES + KEY_BYTES;

    private ReceiveChainFormat() {}

    static Bytes encode(ReceiveChain chain) {
        Octets out = new Octets()
                .u8(VERSION)
                .add(chain.room())
                .add(chain.device())
                .add(chain.chain())
                .u64(chain.firstCounter())
                .u64(chain.nextCounter());
        add(out, chain.key());
        out.u16(chain.skipped().size());
        for (Map.Entry<Long, SecretBytes> skipped : chain.skipped().entrySet()) {
            add(out.u64(skipped.getKey()), skipped.getValue());
        }
        return out.toBytes();
    }

    static @Nullable ReceiveChain decode(Bytes octets) {
        if (octets.length() < SKIPPED_AT || octets.at(0) != VERSION) {
            return null;
        }
        long first = Octets.number(octets, FIRST_AT, Long.BYTES);
        long next = Octets.number(octets, NEXT_AT, Long.BYTES);
        int count = (int) Octets.number(octets, COUNT_AT, Short.BYTES);
        if (first < 0
                || first > next
                || next > SealedHeader.MAX_COUNTER + 1
                || count > ReceiveChain.MAX_SKIPPED
                || octets.length() != SKIPPED_AT + count * SKIPPED_BYTES) {
            return null;
        }
        ReceiveChain chain = new ReceiveChain(
                Octets.slice(octets, ROOM_AT, Sha256.DIGEST_BYTES),
                Octets.slice(octets, DEVICE_AT, SignedRecord.KEY_BYTES),
                Octets.slice(octets, CHAIN_AT, SealedHeader.CHAIN_BYTES),
                first,
                next,
                secret(octets, KEY_AT));
        return readSkipped(octets, count, chain) ? chain : null;
    }

    private static boolean readSkipped(Bytes octets, int count, ReceiveChain chain) {
        long lowest = chain.firstCounter();
        for (int i = 0; i < count; i++) {
            int at = SKIPPED_AT + i * SKIPPED_BYTES;
            long counter = Octets.number(octets, at, Long.BYTES);
            if (counter < lowest || counter >= chain.nextCounter()) {
                return false;
            }
            chain.keep(counter, secret(octets, at + Long.BYTES));
            lowest = counter + 1;
        }
        return true;
    }

    private static SecretBytes secret(Bytes octets, int offset) {
        byte[] key = Octets.slice(octets, offset, KEY_BYTES).toArray();
        SecretBytes secret = SecretBytes.copyOf(key);
        Arrays.fill(key, (byte) 0);
        return secret;
    }

    private static void add(Octets out, SecretBytes key) {
        byte[] octets = key.toArray();
        out.add(octets);
        Arrays.fill(octets, (byte) 0);
    }
}
