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
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The octets of the outbox file. All numbers are big-endian.
 *
 * <pre>
 *   file    = header, frame...
 *   frame   = u32 length of payload, u32 CRC-32C of payload, payload
 *   payload = u8 1, id (16), u64 time in ms, u16 length, account, u16 length, target, body       a message
 *           | u8 2, id (16)                                                                      it is settled
 *           | u8 3, id (16), u8 kind, u64 ref, then as after the id of a message                 another posting
 * </pre>
 */
final class OutboxFormat {
    static final Bytes HEADER = Bytes.copyOf("heliograph outbox 1\n".getBytes(StandardCharsets.US_ASCII));

    private static final int FRAME_OVERHEAD_BYTES = 2 * Integer.BYTES;
    private static final int MAX_PAYLOAD_BYTES = 64 * 1024;
    private static final byte POST = 1;
    private static final byte SETTLED = 2;
    private static final byte OTHER = 3;

    /** What stands at a place in the file. */
    enum Kind {
        WHOLE,
        /** The last write did not come to its end. */
        TORN,
        DAMAGED
    }

    /** {@code entry} is null for a message that is settled. */
    record Frame(
            Kind kind,
            MessageId id,
            String account,
            @Nullable OutboxEntry entry) {
        private static final MessageId NO_ID = new MessageId(Bytes.copyOf(new byte[MessageId.LENGTH_BYTES]));

        static Frame bad(Kind kind) {
            return new Frame(kind, NO_ID, "", null);
        }
    }

    private OutboxFormat() {}

    static boolean hasHeader(byte[] octets) {
        return octets.length >= HEADER.length()
                && Bytes.copyOf(octets, 0, HEADER.length()).equals(HEADER);
    }

    static boolean isPrefixOfHeader(byte[] octets) {
        return Bytes.copyOf(HEADER.asReadOnlyArray(), 0, octets.length).equals(Bytes.copyOf(octets))
                || isZero(ByteBuffer.wrap(octets));
    }

    static byte[] framedPost(String account, OutboxEntry entry) {
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
        return framed(payload.array());
    }

    static byte[] framedSettled(MessageId id) {
        ByteBuffer payload = ByteBuffer.allocate(Byte.BYTES + MessageId.LENGTH_BYTES)
                .put(SETTLED)
                .put(id.octets().asReadOnlyArray());
        return framed(payload.array());
    }

    /** Reads the frame at the position of {@code in}, and moves behind it if it is whole. */
    static Frame next(ByteBuffer in) {
        if (isZero(in.slice())) {
            // Some file systems grow a file before its content arrives.
            return Frame.bad(Kind.TORN);
        }
        if (in.remaining() < FRAME_OVERHEAD_BYTES) {
            return Frame.bad(Kind.TORN);
        }
        int length = in.getInt(in.position());
        int checksum = in.getInt(in.position() + Integer.BYTES);
        if (length <= 0 || length > MAX_PAYLOAD_BYTES) {
            return Frame.bad(Kind.DAMAGED);
        }
        if (in.remaining() < FRAME_OVERHEAD_BYTES + length) {
            return Frame.bad(Kind.TORN);
        }
        ByteBuffer payload = in.slice(in.position() + FRAME_OVERHEAD_BYTES, length);
        ByteBuffer rest =
                in.slice(in.position() + FRAME_OVERHEAD_BYTES + length, in.remaining() - FRAME_OVERHEAD_BYTES - length);
        if (checksum != checksumOf(payload.duplicate())) {
            return Frame.bad(isZero(rest) ? Kind.TORN : Kind.DAMAGED);
        }
        in.position(in.position() + FRAME_OVERHEAD_BYTES + length);
        return parse(payload);
    }

    private static Frame parse(ByteBuffer payload) {
        try {
            byte kind = payload.get();
            MessageId id = new MessageId(take(payload, MessageId.LENGTH_BYTES));
            if (kind == SETTLED) {
                return new Frame(Kind.WHOLE, id, "", null);
            }
            EntryKind what = kind == OTHER ? Coded.ofCode(EntryKind.class, payload.get()) : EntryKind.MESSAGE;
            long refSeq = kind == OTHER ? payload.getLong() : 0;
            long timeMs = payload.getLong();
            String account = text(payload);
            Target to = Target.parse(text(payload));
            Bytes body = take(payload, payload.remaining());
            return (kind != POST && kind != OTHER) || what == null || to == null
                    ? Frame.bad(Kind.DAMAGED)
                    : new Frame(Kind.WHOLE, id, account, new OutboxEntry(id, to, what, refSeq, timeMs, body));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Frame.bad(Kind.DAMAGED);
        }
    }

    private static String text(ByteBuffer in) {
        return new String(take(in, Short.toUnsignedInt(in.getShort())).toArray(), StandardCharsets.UTF_8);
    }

    private static Bytes take(ByteBuffer in, int length) {
        byte[] octets = new byte[length];
        in.get(octets);
        return Bytes.takingOver(octets);
    }

    private static byte[] framed(byte[] payload) {
        return ByteBuffer.allocate(FRAME_OVERHEAD_BYTES + payload.length)
                .putInt(payload.length)
                .putInt(checksumOf(ByteBuffer.wrap(payload)))
                .put(payload)
                .array();
    }

    private static int checksumOf(ByteBuffer octets) {
        CRC32C checksum = new CRC32C();
        checksum.update(octets);
        return (int) checksum.getValue();
    }

    private static boolean isZero(ByteBuffer octets) {
        while (octets.hasRemaining()) {
            if (octets.get() != 0) {
                return false;
            }
        }
        return true;
    }
}
