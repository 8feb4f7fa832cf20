package io.heliograph.client.core.profile;

import io.heliograph.client.core.session.OutboxEntry;
import io.heliograph.client.core.session.OutboxStore;
import io.heliograph.common.message.MessageId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outbox on disk: a log to which is only ever appended, and which is made anew when most of it is settled.
 *
 * <p>Entries of other accounts than {@code account} are kept and left alone. A last entry that was not written
 * completely is cut off;
 * damage anywhere else is refused, because it would lose messages in silence. Not thread-safe; owned by the
 * client's loop.
 */
public final class OutboxLog implements OutboxStore, AutoCloseable {
    private static final long COMPACT_ABOVE_BYTES = 256 * 1024;

    private record Span(long offset, int lengthBytes) {}

    private final Path file;
    private final String account;
    private final Map<MessageId, Span> live = new LinkedHashMap<>();
    private final List<OutboxEntry> restored = new ArrayList<>();
    private FileChannel channel;
    private long endBytes;
    private long liveBytes;

    private OutboxLog(Path file, String account, FileChannel channel) {
        this.file = file;
        this.account = account;
        this.channel = channel;
    }

    /** {@code account} tells apart who writes to which server with one profile. */
    public static OutboxLog open(Path file, String account) throws ProfileException {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            DurableFiles.restrict(file, "rw-------");
            OutboxLog log = new OutboxLog(file, account, channel);
            log.recover(Files.readAllBytes(file));
            return log;
        } catch (IOException e) {
            throw new ProfileException("the outbox " + file + " cannot be read (" + ProfileFolder.reasonOf(e)
                    + "): nothing was changed; repair it, or choose another folder with --profile");
        }
    }

    @Override
    public List<OutboxEntry> restored() {
        return List.copyOf(restored);
    }

    @Override
    public void append(OutboxEntry entry) throws IOException {
        byte[] framed = OutboxFormat.framedPost(account, entry);
        long offset = endBytes;
        write(framed);
        track(entry.id(), new Span(offset, framed.length));
    }

    @Override
    public void settle(MessageId id) throws IOException {
        Span span = live.remove(id);
        if (span != null) {
            liveBytes -= span.lengthBytes();
            write(OutboxFormat.framedSettled(id));
            compactIfWorthIt();
        }
    }

    @Override
    public void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void recover(byte[] octets) throws ProfileException, IOException {
        if (octets.length < OutboxFormat.HEADER.length()) {
            // Nothing, or a header that was being written when the power went.
            if (!OutboxFormat.isPrefixOfHeader(octets)) {
                throw damaged(0);
            }
            start();
            return;
        }
        if (!OutboxFormat.hasHeader(octets)) {
            throw damaged(0);
        }
        Map<MessageId, OutboxEntry> own = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(octets);
        in.position(OutboxFormat.HEADER.length());
        while (in.hasRemaining()) {
            int offset = in.position();
            OutboxFormat.Frame frame = OutboxFormat.next(in);
            if (frame.kind() == OutboxFormat.Kind.TORN) {
                channel.truncate(offset);
                break;
            }
            if (frame.kind() == OutboxFormat.Kind.DAMAGED) {
                throw damaged(offset);
            }
            replay(frame, new Span(offset, in.position() - offset), own);
            endBytes = in.position();
        }
        endBytes = Math.max(endBytes, OutboxFormat.HEADER.length());
        restored.addAll(own.values());
    }

    private void replay(OutboxFormat.Frame frame, Span span, Map<MessageId, OutboxEntry> own) {
        OutboxEntry entry = frame.entry();
        if (entry == null) {
            Span settled = live.remove(frame.id());
            liveBytes -= settled == null ? 0 : settled.lengthBytes();
            own.remove(frame.id());
        } else {
            track(frame.id(), span);
            if (frame.account().equals(account)) {
                own.put(frame.id(), entry);
            }
        }
    }

    private void start() throws IOException {
        channel.truncate(0);
        endBytes = 0;
        write(OutboxFormat.HEADER.toArray());
        channel.force(true);
    }

    private void track(MessageId id, Span span) {
        live.put(id, span);
        liveBytes += span.lengthBytes();
    }

    /** After a failure the file ends where it ended before, so that what follows is not read as damage. */
    private void write(byte[] octets) throws IOException {
        try {
            channel.position(endBytes);
            DurableFiles.writeFully(channel, ByteBuffer.wrap(octets));
            endBytes += octets.length;
        } catch (IOException e) {
            channel.truncate(endBytes);
            throw e;
        }
    }

    private void compactIfWorthIt() throws IOException {
        if (endBytes > COMPACT_ABOVE_BYTES && liveBytes < endBytes / 2) {
            compact();
        }
    }

    private void compact() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Map<MessageId, Span> moved = new LinkedHashMap<>();
        FileChannel target = FileChannel.open(
                fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        DurableFiles.restrict(fresh, "rw-------");
        DurableFiles.writeFully(target, ByteBuffer.wrap(OutboxFormat.HEADER.toArray()));
        for (Map.Entry<MessageId, Span> entry : live.entrySet()) {
            Span span = entry.getValue();
            moved.put(entry.getKey(), new Span(target.position(), span.lengthBytes()));
            ByteBuffer octets = ByteBuffer.allocate(span.lengthBytes());
            while (octets.hasRemaining() && channel.read(octets, span.offset() + octets.position()) >= 0) {
                // Reads on: a channel may give less than was asked for.
            }
            DurableFiles.writeFully(target, octets.flip());
        }
        target.force(true);
        DurableFiles.moveInto(fresh, file);
        channel.close();
        channel = target;
        endBytes = target.position();
        live.clear();
        live.putAll(moved);
    }

    private ProfileException damaged(long offset) {
        return new ProfileException("the outbox " + file + " is damaged at byte " + offset
                + ": nothing was changed; move the file away to go on without the messages in it");
    }
}
