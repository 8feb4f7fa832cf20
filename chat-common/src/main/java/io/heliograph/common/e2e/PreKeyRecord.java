package io.heliograph.common.e2e;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The public key that a device wants its boxes sealed to, signed by it (protocol.md 13.2). To be had from {@link #sign}
 * and {@link #verified} alone.
 *
 * <p>Immutable, thread-safe.
 *
 * @param device its Ed25519 key, 32 bytes
 * @param id from 1, below 2^32, growing with each prekey of the device
 * @param publicKey X25519, 32 bytes, not of low order
 * @param octets the record as it travels, at most {@value #MAX_BYTES} bytes
 */
public record PreKeyRecord(Bytes device, long id, Bytes publicKey, long createdMs, Bytes octets) {
    public static final int MAX_BYTES = 512;
    public static final long MAX_ID = 0xFFFF_FFFFL;
    private static final String LABEL = "prekey";
    private static final int ELEMENTS = 4;

    public static PreKeyRecord sign(IdentityKeyPair device, long id, Bytes publicKey, long createdMs) {
        SignedRecord.require(id >= 1 && id <= MAX_ID, "a prekey with the number " + id);
        SignedRecord.require(X25519KeyPair.isContributory(publicKey), "a prekey that makes no secrets");
        Bytes own = device.publicKey().octets();
        Bytes content = SignedRecord.content(
                ELEMENTS, out -> out.octets(own).uint(id).octets(publicKey).uint(createdMs));
        return new PreKeyRecord(own, id, publicKey, createdMs, SignedRecord.sign(device, LABEL, content));
    }

    /** Null unless {@code octets} are a prekey that its device has signed. */
    public static @Nullable PreKeyRecord verified(Bytes octets) {
        PreKeyRecord read = SignedRecord.read(
                octets,
                MAX_BYTES,
                in -> new PreKeyRecord(
                        SignedRecord.key(in), in.uint(MAX_ID), SignedRecord.key(in), in.uint(Long.MAX_VALUE), octets));
        boolean isBelieved = read != null
                && read.id >= 1
                && SignedRecord.isSigned(octets, read.device, LABEL)
                && X25519KeyPair.isContributory(read.publicKey);
        return isBelieved ? read : null;
    }
}
