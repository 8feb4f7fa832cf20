package io.heliograph.client.core.e2e;

import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the keys that were claimed for a chain when they themselves are gone.
 *
 * @param proven one of them has opened a message
 * @param seen hashes of those that are being tried
 */
record KeyMarks(boolean proven, List<Bytes> seen) {
    private static final int HASH_BYTES = 32;

    KeyMarks {
        seen = List.copyOf(seen);
    }

    KeyMarks with(Bytes hash) {
        List<Bytes> more = new ArrayList<>(seen);
        more.add(hash);
        return new KeyMarks(proven, more);
    }

    Bytes encode() {
        byte[] octets = new byte[1 + HASH_BYTES * seen.size()];
        octets[0] = (byte) (proven ? 1 : 0);
        for (int i = 0; i < seen.size(); i++) {
            System.arraycopy(seen.get(i).toArray(), 0, octets, 1 + i * HASH_BYTES, HASH_BYTES);
        }
        return Bytes.takingOver(octets);
    }

    static KeyMarks decode(@Nullable Bytes octets) {
        if (octets == null || octets.isEmpty()) {
            return new KeyMarks(false, List.of());
        }
        List<Bytes> seen = new ArrayList<>();
        byte[] all = octets.toArray();
        for (int offset = 1; offset + HASH_BYTES <= all.length; offset += HASH_BYTES) {
            seen.add(Bytes.copyOf(all, offset, HASH_BYTES));
        }
        return new KeyMarks(all[0] == 1, seen);
    }
}
