package io.heliograph.common.e2e;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;

/**
 * What stands around a sealed body and is bound to it (protocol.md 13.5, {@code aad}). Immutable, thread-safe.
 *
 * @param room 32 bytes
 * @param device the author's, 32 bytes
 * @param head of the roll that the author knew, 32 bytes; of a direct conversation {@code room}
 * @param kind of the POST, 0 to 255
 * @param id of the POST, 16 bytes
 * @param refSeq of the POST; 0 for none
 */
public record Envelope(Bytes room, Bytes device, Bytes head, int kind, Bytes id, long refSeq) {
    private static final int HASH_BYTES = Sha256.DIGEST_BYTES;
    private static final String LABEL = "message";

    public Envelope {
        SignedRecord.require(room.length() == HASH_BYTES, "a room of " + room.length() + " bytes");
        SignedRecord.require(device.length() == SignedRecord.KEY_BYTES, "a device of " + device.length() + " bytes");
        SignedRecord.require(head.length() == HASH_BYTES, "a head of " + head.length() + " bytes");
        SignedRecord.require(kind >= 0 && kind <= 0xFF, "a kind of " + kind);
        SignedRecord.require(id.length() == MessageId.LENGTH_BYTES, "an id of " + id.length() + " bytes");
        SignedRecord.require(refSeq >= 0, "a negative ref");
    }

    byte[] aad(Bytes chain, long counter) {
        return Octets.labelled(LABEL)
                .add(room)
                .add(device)
                .add(chain)
                .u32(counter)
                .add(head)
                .u8(kind)
                .add(id)
                .u64(refSeq)
                .toArray();
    }

    /** What the author's device signs. */
    static byte[] signed(byte[] aad, byte[] ciphertext) {
        return Octets.labelled("message signature")
                .add(aad)
                .add(Sha256.digest(ciphertext))
                .toArray();
    }
}
