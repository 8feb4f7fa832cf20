package io.heliograph.common.e2e;

import io.heliograph.common.codec.CborReader;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.Coded;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One signed statement about who is a member (protocol.md 13.4). To be had from {@link Roll#next} and {@link #verified}
 * alone; whether it counts is for the roll to say.
 *
 * <p>Immutable, thread-safe.
 *
 * @param prev the head of the roll that it follows, 32 bytes
 * @param list the actor's devices; its key is the actor's account key
 * @param device the one of them that has signed
 * @param timeMs by the actor's clock
 * @param octets the record as it travels, at most {@value #MAX_BYTES} bytes
 */
public record RollEntry(
        Bytes prev,
        RollAction action,
        String subject,
        Bytes subjectKey,
        long value,
        String actor,
        DeviceList list,
        Bytes device,
        long timeMs,
        Bytes octets) {
    public static final int MAX_BYTES = 4_096;
    private static final String LABEL = "roll";
    private static final int ELEMENTS = 9;

    static RollEntry sign(IdentityKeyPair device, DeviceList own, Bytes prev, RollChange change, long timeMs) {
        Bytes signer = device.publicKey().octets();
        SignedRecord.require(change.isWellFormed(), "a change that no reader would take");
        SignedRecord.require(own.holds(signer), "a device that is not on its list");
        Bytes content = SignedRecord.content(ELEMENTS, out -> out.octets(prev)
                .uint(change.action().code())
                .text(change.subject())
                .octets(change.subjectKey())
                .uint(change.value())
                .text(own.name())
                .octets(own.octets())
                .octets(signer)
                .uint(timeMs));
        return of(prev, change, own, signer, timeMs, SignedRecord.sign(device, LABEL, content));
    }

    /** Null unless {@code octets} are well-formed and signed by a device on a list that its account has signed. */
    public static @Nullable RollEntry verified(Bytes octets) {
        RollEntry read = SignedRecord.read(octets, MAX_BYTES, in -> read(in, octets));
        return read != null && SignedRecord.isSigned(octets, read.device, LABEL) ? read : null;
    }

    RollChange change() {
        return new RollChange(action, subject, subjectKey, value);
    }

    private static @Nullable RollEntry read(CborReader in, Bytes octets) throws MalformedException {
        Bytes prev = in.octets(Roll.HEAD_BYTES, Roll.HEAD_BYTES);
        RollAction action = Coded.ofCode(RollAction.class, in.uint(Long.MAX_VALUE));
        if (action == null) {
            return null;
        }
        RollChange change =
                new RollChange(action, in.text(Bounds.MAX_ROOM_BYTES), SignedRecord.key(in), in.uint(Long.MAX_VALUE));
        String actor = in.text(Bounds.MAX_NAME_BYTES);
        DeviceList list = DeviceList.verified(in.octets(0, MAX_BYTES));
        Bytes device = SignedRecord.key(in);
        long timeMs = in.uint(Long.MAX_VALUE);
        if (list == null || !list.name().equals(actor) || !list.holds(device) || !change.isWellFormed()) {
            return null;
        }
        return of(prev, change, list, device, timeMs, octets);
    }

    private static RollEntry of(
            Bytes prev, RollChange change, DeviceList list, Bytes device, long timeMs, Bytes octets) {
        return new RollEntry(
                prev,
                change.action(),
                change.subject(),
                change.subjectKey(),
                change.value(),
                list.name(),
                list,
                device,
                timeMs,
                octets);
    }
}
