package io.heliograph.client.core.e2e;

import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.util.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an own chain, kept to answer those who miss it and never to seal with (protocol.md 13.6).
 *
 * @param rollCount entries of the roll when it began; 0 for a direct conversation
 * @param recipients the devices that were given it
 */
record SentChain(Bytes room, long createdMs, long rollCount, SecretBytes firstKey, Set<Bytes> recipients) {
    private static final int VERSION = 1;
    private static final int KEY_BYTES = 32;

    SentChain {
        recipients = Set.copyOf(recipients);
    }

    Bytes encode() {
        ByteBuffer out = ByteBuffer.allocate(1 + 2 * Long.BYTES + KEY_BYTES * (2 + recipients.size()));
        out.put((byte) VERSION)
                .putLong(createdMs)
                .putLong(rollCount)
                .put(room.toArray())
                .put(firstKey.toArray());
        recipients.forEach(device -> out.put(device.toArray()));
        return Bytes.takingOver(out.array());
    }

    static @Nullable SentChain decode(Bytes octets) {
        try {
            ByteBuffer in = ByteBuffer.wrap(octets.toArray());
            if (in.get() != VERSION) {
                return null;
            }
            long createdMs = in.getLong();
            long rollCount = in.getLong();
            Bytes room = take(in);
            SecretBytes key = SecretBytes.copyOf(take(in).toArray());
            Set<Bytes> recipients = new LinkedHashSet<>();
            while (in.remaining() >= KEY_BYTES) {
                recipients.add(take(in));
            }
            return new SentChain(room, createdMs, rollCount, key, recipients);
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    private static Bytes take(ByteBuffer in) {
        byte[] octets = new byte[KEY_BYTES];
        in.get(octets);
        return Bytes.takingOver(octets);
    }
}
