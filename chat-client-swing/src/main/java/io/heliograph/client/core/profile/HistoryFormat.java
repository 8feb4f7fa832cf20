package io.heliograph.client.core.profile;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The octets of what is written of the history at once. All numbers are big-endian, all texts UTF-8.
 *
 * <pre>
 *   batch = u16 length, account, entry...
 *   entry = u8 flags, u8 kind, instance (8, if flag 4), u64 conversation, u64 seq, u64 time in ms, u64 ref,
 *           id (16, if flag 8), u16 length, from, u16 length, where, u32 length, body
 *   flags = 1 own, 2 accepted, 4 with an instance, 8 with an id
 * </pre>
 *
 * <p>Names that come again and again are kept once. Not thread-safe.
 */
final class HistoryFormat {
    private static final int OWN = 1;
    private static final int ACCEPTED = 2;
    private static final int WITH_INSTANCE = 4;
    private static final int WITH_ID = 8;
    private static final int FIXED_BYTES = 2 + 4 * Long.BYTES + 2 * Short.BYTES + Integer.BYTES;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Target> targets = new HashMap<>();
    private final Map<InstanceId, InstanceId> instances = new HashMap<>();

    /** What one user on one server has read. */
    record Batch(String account, List<HistoryEntry> entries) {}

    static void begin(ByteArrayOutputStream out, String account) {
        byte[] octets = account.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(
                ByteBuffer.allocate(Short.BYTES).putShort((short) octets.length).array());
        out.writeBytes(octets);
    }

    static void put(ByteArrayOutputStream out, HistoryEntry entry) {
        byte[] from = entry.from().getBytes(StandardCharsets.UTF_8);
        byte[] where = entry.where().address().getBytes(StandardCharsets.UTF_8);
        MessageId id = entry.id();
        int flags = (entry.own() ? OWN : 0)
                | (entry.accepted() ? ACCEPTED : 0)
                | (entry.instance().isNone() ? 0 : WITH_INSTANCE)
                | (id == null ? 0 : WITH_ID);
        int length = FIXED_BYTES
                + entry.instance().octets().length()
                + (id == null ? 0 : MessageId.LENGTH_BYTES)
                + from.length
                + where.length
                + entry.body().length();
        ByteBuffer octets = ByteBuffer.allocate(length)
                .put((byte) flags)
                .put((byte) entry.kind().code())
                .put(entry.instance().octets().asReadOnlyArray())
                .putLong(entry.conversation())
                .putLong(entry.seq())
                .putLong(entry.timeMs())
                .putLong(entry.refSeq());
        if (id != null) {
            octets.put(id.octets().asReadOnlyArray());
        }
        octets.putShort((short) from.length).put(from);
        octets.putShort((short) where.length).put(where);
        octets.putInt(entry.body().length()).put(entry.body().asReadOnlyArray());
        out.writeBytes(octets.array());
    }

    /** Null if this is no batch. The entries of another account than {@code wanted} are not read. */
    @Nullable
    Batch read(byte[] content, String wanted) {
        try {
            ByteBuffer in = ByteBuffer.wrap(content);
            String account = text(in);
            List<HistoryEntry> entries = new ArrayList<>();
            while (account.equals(wanted) && in.hasRemaining()) {
                HistoryEntry entry = entry(in);
                if (entry == null) {
                    return null;
                }
                entries.add(entry);
            }
            return new Batch(account, entries);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable HistoryEntry entry(ByteBuffer in) {
        int flags = in.get();
        EntryKind kind = Coded.ofCode(EntryKind.class, in.get());
        InstanceId instance = (flags & WITH_INSTANCE) == 0
                ? InstanceId.NONE
                : new InstanceId(Bytes.takingOver(take(in, InstanceId.LENGTH_BYTES)));
        long conversation = in.getLong();
        long seq = in.getLong();
        long timeMs = in.getLong();
        long refSeq = in.getLong();
        MessageId id =
                (flags & WITH_ID) == 0 ? null : new MessageId(Bytes.takingOver(take(in, MessageId.LENGTH_BYTES)));
        String from = names.computeIfAbsent(text(in), name -> name);
        Target where = targetOf(text(in));
        Bytes body = Bytes.takingOver(take(in, in.getInt()));
        if (kind == null || !kind.isPosted() || where == null) {
            return null;
        }
        return new HistoryEntry(
                instances.computeIfAbsent(instance, same -> same),
                conversation,
                where,
                seq,
                kind,
                id,
                from,
                (flags & OWN) != 0,
                timeMs,
                refSeq,
                body,
                (flags & ACCEPTED) != 0);
    }

    private @Nullable Target targetOf(String address) {
        Target known = targets.get(address);
        if (known == null) {
            known = Target.parse(address);
            if (known != null) {
                targets.put(address, known);
            }
        }
        return known;
    }

    private static String text(ByteBuffer in) {
        return new String(take(in, Short.toUnsignedInt(in.getShort())), StandardCharsets.UTF_8);
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] octets = new byte[length];
        in.get(octets);
        return octets;
    }
}
