package io.heliograph.client.core.profile;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.OutboxEntry;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a posting in the outbox. All numbers are big-endian.
 *
 * <pre>
 *   value = u8 1, id (16), u64 time in ms, u16 length, account, u16 length, target, body       a message
 *         | u8 3, id (16), u8 kind, u64 ref, then as after the id of a message                 another posting
 * </pre>
 *
 * <p>Thread-safe: pure functions.
 */
final class OutboxFormat {
    private static final byte POST = 1;
    private static final byte OTHER = 3;

    /** An entry and whose it is. */
    record Kept(String account, OutboxEntry entry) {}

    private OutboxFormat() {}

    static Bytes encode(String account, OutboxEntry entry) {
        byte[] accountOctets = account.getBytes(StandardCharsets.UTF_8);
        byte[] targetOctets = entry.to().address().getBytes(StandardCharsets.UTF_8);
        int length = Byte.BYTES
                + MessageId.LENGTH_BYTES
                + (entry.kind() == EntryKind.MESSAGE ? 0 : Byte.BYTES + Long.BYTES)
                + Long.BYTES
                + 2 * Short.BYTES
                + accountOctets.length
                + targetOctets.length
                + entry.body().length();
        ByteBuffer payload = ByteBuffer.allocate(length);
        payload.put(entry.kind() == EntryKind.MESSAGE ? POST : OTHER)
                .put(entry.id().octets().asReadOnlyArray());
        if (entry.kind() != EntryKind.MESSAGE) {
            payload.put((byte) entry.kind().code()).putLong(entry.refSeq());
        }
        payload.putLong(entry.timeMs())
                .putShort((short) accountOctets.length)
                .put(accountOctets)
                .putShort((short) targetOctets.length)
                .put(targetOctets)
                .put(entry.body().asReadOnlyArray());
        return Bytes.takingOver(payload.array());
    }

    /** Null if this is no posting. */
    static @Nullable Kept decode(ByteBuffer in) {
        try {
            byte form = in.get();
            MessageId id = new MessageId(take(in, MessageId.LENGTH_BYTES));
            EntryKind what = form == OTHER ? Coded.ofCode(EntryKind.class, in.get()) : EntryKind.MESSAGE;
            long refSeq = form == OTHER ? in.getLong() : 0;
            long timeMs = in.getLong();
            String account = text(in);
            Target to = Target.parse(text(in));
            Bytes body = take(in, in.remaining());
            return (form != POST && form != OTHER) || what == null || to == null
                    ? null
                    : new Kept(account, new OutboxEntry(id, to, what, refSeq, timeMs, body));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(ByteBuffer in) {
        return new String(take(in, Short.toUnsignedInt(in.getShort())).toArray(), StandardCharsets.UTF_8);
    }

    private static Bytes take(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] octets = new byte[length];
        in.get(octets);
        return Bytes.takingOver(octets);
    }
}
