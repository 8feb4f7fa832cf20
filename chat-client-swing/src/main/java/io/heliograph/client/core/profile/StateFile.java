package io.heliograph.client.core.profile;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All values of a profile: in memory, and as batches of changes in a sealed log, which is made anew when most of it
 * is dead.
 *
 * <pre>
 *   batch  = change...
 *   change = u8 1, u16 length, drawer, u16 length, key, u32 length, value          put
 *          | u8 2, u16 length, drawer, u16 length, key                             remove
 * </pre>
 *
 * <p>Thread-safe: several owners write batches of their own ({@link #storeOf}).
 */
final class StateFile implements AutoCloseable {
    static final String LABEL = "state";
    static final long COMPACT_ABOVE_BYTES = 256 * 1024;

    private static final int SNAPSHOT_BATCH_BYTES = 1024 * 1024;
    private static final byte PUT = 1;
    private static final byte REMOVE = 2;
    private static final int CHANGE_OVERHEAD_BYTES = 9;

    /** Where a value is. */
    record Slot(String drawer, Bytes key) {}

    private final Map<String, Map<Bytes, Bytes>> drawers = new LinkedHashMap<>();
    private @Nullable SealedLog log;
    private long liveBytes;
    private long compactAboveBytes = COMPACT_ABOVE_BYTES;

    private StateFile() {}

    static StateFile create(SealedLog.Place place) throws IOException {
        StateFile state = new StateFile();
        state.log = SealedLog.create(place);
        return state;
    }

    static StateFile open(SealedLog.Place place) throws IOException, ProfileException {
        StateFile state = new StateFile();
        state.log = SealedLog.open(place, state::replay);
        return state;
    }

    /** A view whose changes reach the file by its own commits alone; {@code realm} keeps its drawers apart. */
    LocalStore storeOf(String realm) {
        return new StagedStore(this, realm);
    }

    synchronized @Nullable Bytes get(Slot slot) {
        return drawers.getOrDefault(slot.drawer(), Map.of()).get(slot.key());
    }

    synchronized Map<Bytes, Bytes> all(String drawer) {
        return new LinkedHashMap<>(drawers.getOrDefault(drawer, Map.of()));
    }

    /** Writes all of {@code changes} or nothing; a null value removes. */
    synchronized void write(Map<Slot, @Nullable Bytes> changes) throws IOException {
        if (changes.isEmpty()) {
            return;
        }
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        changes.forEach((slot, value) -> batch.writeBytes(encode(slot, value)));
        opened().append(batch.toByteArray());
        changes.forEach(this::apply);
        compactIfWorthIt();
    }

    synchronized void force() throws IOException {
        opened().force();
    }

    synchronized long tornBytes() {
        return opened().tornBytes();
    }

    synchronized long sizeBytes() {
        return opened().sizeBytes();
    }

    @Override
    public synchronized void close() throws IOException {
        opened().close();
    }

    /** Applies a batch; false if it is none. */
    static boolean isBatch(byte[] content) {
        return new StateFile().replay(content);
    }

    private boolean replay(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        Map<Slot, @Nullable Bytes> changes = new LinkedHashMap<>();
        try {
            while (in.hasRemaining()) {
                byte what = in.get();
                String drawer = new String(take(in, Short.toUnsignedInt(in.getShort())), StandardCharsets.UTF_8);
                Slot slot = new Slot(drawer, Bytes.takingOver(take(in, Short.toUnsignedInt(in.getShort()))));
                if (what != PUT && what != REMOVE) {
                    return false;
                }
                changes.put(slot, what == PUT ? Bytes.takingOver(take(in, in.getInt())) : null);
            }
        } catch (BufferUnderflowException e) {
            return false;
        }
        changes.forEach(this::apply);
        return true;
    }

    private void apply(Slot slot, @Nullable Bytes value) {
        Map<Bytes, Bytes> values = drawers.computeIfAbsent(slot.drawer(), name -> new LinkedHashMap<>());
        Bytes before = value == null ? values.remove(slot.key()) : values.put(slot.key(), value);
        liveBytes -= before == null ? 0 : costOf(slot, before);
        liveBytes += value == null ? 0 : costOf(slot, value);
        if (values.isEmpty()) {
            drawers.remove(slot.drawer());
        }
    }

    private void compactIfWorthIt() {
        long sizeBytes = opened().sizeBytes();
        if (sizeBytes > compactAboveBytes && liveBytes < sizeBytes / 2) {
            try {
                opened().replace(this::snapshot);
                compactAboveBytes = COMPACT_ABOVE_BYTES;
            } catch (IOException e) {
                // The old log is whole and goes on; what was to be written is written.
                compactAboveBytes = sizeBytes + COMPACT_ABOVE_BYTES;
            }
        }
    }

    private void snapshot(SealedLog.Appender out) throws IOException {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (Map.Entry<String, Map<Bytes, Bytes>> drawer : drawers.entrySet()) {
            for (Map.Entry<Bytes, Bytes> value : drawer.getValue().entrySet()) {
                batch.writeBytes(encode(new Slot(drawer.getKey(), value.getKey()), value.getValue()));
                if (batch.size() >= SNAPSHOT_BATCH_BYTES) {
                    out.append(batch.toByteArray());
                    batch.reset();
                }
            }
        }
        if (batch.size() > 0) {
            out.append(batch.toByteArray());
        }
    }

    private static byte[] encode(Slot slot, @Nullable Bytes value) {
        byte[] drawer = slot.drawer().getBytes(StandardCharsets.UTF_8);
        int valueBytes = value == null ? 0 : Integer.BYTES + value.length();
        ByteBuffer out = ByteBuffer.allocate(
                        1 + 2 * Short.BYTES + drawer.length + slot.key().length() + valueBytes)
                .put(value == null ? REMOVE : PUT)
                .putShort((short) drawer.length)
                .put(drawer)
                .putShort((short) slot.key().length())
                .put(slot.key().asReadOnlyArray());
        if (value != null) {
            out.putInt(value.length()).put(value.asReadOnlyArray());
        }
        return out.array();
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] octets = new byte[length];
        in.get(octets);
        return octets;
    }

    private static long costOf(Slot slot, Bytes value) {
        return (long) slot.drawer().length() + slot.key().length() + value.length() + CHANGE_OVERHEAD_BYTES;
    }

    private SealedLog opened() {
        if (log == null) {
            throw new IllegalStateException("a state without its log");
        }
        return log;
    }
}
