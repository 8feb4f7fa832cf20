package io.heliograph.client.core.files;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.RelayRequests;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One client's transfers between a disk in memory and {@link BlobRelay}, in virtual time. It dies when it is told to,
 * between any two things that it does.
 */
final class FileRig implements RelayRequests, FileHost {
    static final Target LAB = Target.room("lab");
    static final Path SOURCE = Path.of("home", "data.bin");
    static final Path FOLDER = Path.of("downloads");

    final BlobRelay relay;
    final RandomSource random;
    final List<ClientEvent> events = new ArrayList<>();
    final Map<Long, Body.File> offers = new HashMap<>();
    final Map<MessageId, Body.File> outbox = new LinkedHashMap<>();
    final Map<MessageId, Body.File> posted = new LinkedHashMap<>();
    final Deque<FileMessage> waiting = new ArrayDeque<>();
    MemoryLocalStore store = new MemoryLocalStore();
    MemoryDisk disk = new MemoryDisk();
    FileTransfers transfers;
    final Set<String> ignored = new HashSet<>();
    boolean verified;
    boolean storesPosts = true;
    boolean online;
    long nowNs = 1;
    long mostQueuedBytes;
    long mostOpenGets;
    private final Map<Integer, Answer> open = new HashMap<>();
    private int lastRequest;

    FileRig(long seed) {
        this(seed, new BlobRelay());
    }

    FileRig(long seed, BlobRelay relay) {
        Random seeded = new Random(seed);
        this.random = seeded::nextBytes;
        this.relay = relay;
        this.transfers = make();
    }

    private FileTransfers make() {
        return new FileTransfers(
                new FileTransfers.Ports(store, disk, random, FOLDER, ignored::contains, events::add), this, this);
    }

    static MessageId id(int number) {
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(number).array()));
    }

    byte[] content(int length) {
        return random.bytes(length);
    }

    /** Seals {@code content} and puts it to the relay, as another client would have. */
    Body.File offer(long seq, String name, byte[] content) {
        Bytes blob = Bytes.takingOver(random.bytes(16));
        Bytes key = Bytes.takingOver(random.bytes(32));
        Body.File file =
                new Body.File(name, content.length, blob, key, MemoryDisk.hashOf(content), Bytes.EMPTY, "look");
        relay.put(blob, sealed(file, content));
        offers.put(seq, file);
        return file;
    }

    static byte[] sealed(Body.File file, byte[] content) {
        FileSeal seal = new FileSeal(file.blob(), SecretBytes.copyOf(file.key().toArray()), content.length);
        ByteBuffer all = ByteBuffer.allocate((int) FileSeal.sealedBytes(content.length));
        for (long chunk = 0; chunk < seal.chunkCount(); chunk++) {
            int from = (int) chunk * FileSeal.CHUNK_BYTES;
            all.put(seal.seal(chunk, java.util.Arrays.copyOfRange(content, from, from + seal.chunkLength(chunk))));
        }
        return all.array();
    }

    // What the user and the world do

    FileRig start() {
        transfers.start(nowNs);
        connect();
        return this;
    }

    FileRig connect() {
        online = true;
        transfers.onWelcome();
        return this;
    }

    FileRig loseConnection() {
        online = false;
        open.clear();
        waiting.clear();
        relay.onConnectionLost();
        transfers.onConnectionLost(nowNs);
        return this;
    }

    /** Killed, and started again with what was written. */
    FileRig dies() {
        open.clear();
        waiting.clear();
        relay.onConnectionLost();
        store = store.restarted();
        disk = disk.restarted();
        transfers = make();
        return start();
    }

    FileRig does(ClientCommand.AboutFiles command) {
        transfers.execute(command, nowNs);
        return this;
    }

    FileRig sends(int number) {
        return does(new ClientCommand.SendFile(id(number), LAB, SOURCE, "caption"));
    }

    FileRig fetches(long seq) {
        return does(new ClientCommand.FetchFile(LAB, seq, null));
    }

    // Time

    /** One turn of the client's loop: what has changed is kept, then the world is reached out to. */
    void turn() {
        transfers.advance(nowNs);
        try {
            store.commit();
            transfers.pump(nowNs);
        } catch (IOException e) {
            // A profile that cannot be written: nothing is asked for.
        }
        if (storesPosts) {
            Map.copyOf(outbox).forEach((id, file) -> {
                outbox.remove(id);
                posted.put(id, file);
                report(id, MessageState.STORED, "");
            });
        }
    }

    void report(MessageId id, MessageState state, String reason) {
        ClientEvent.StateChanged changed = new ClientEvent.StateChanged(id, state, reason);
        events.add(changed);
        transfers.note(changed);
    }

    /** True if something has happened. */
    boolean step() {
        turn();
        nowNs += TimeUnit.MILLISECONDS.toNanos(1);
        if (!disk.isIdle()) {
            disk.answer(nowNs);
            return true;
        }
        FileMessage message = waiting.poll();
        if (message != null) {
            relay.hear(message, answer -> deliver(answer));
            return true;
        }
        return false;
    }

    /** The same; what an answer leads to is tried before it is said that nothing happens. */
    boolean moves() {
        if (step()) {
            return true;
        }
        return step();
    }

    FileRig settle() {
        for (int steps = 0; steps < 200_000; steps++) {
            if (!moves()) {
                return this;
            }
        }
        throw new AssertionError("never comes to rest: " + last());
    }

    FileRig waits(long ms) {
        long endNs = nowNs + TimeUnit.MILLISECONDS.toNanos(ms);
        while (nowNs < endNs) {
            settle();
            nowNs = Math.max(nowNs + 1, Math.min(endNs, transfers.nextTimeoutNs(nowNs)));
        }
        return settle();
    }

    private void deliver(ServerMessage answer) {
        if (!online) {
            return;
        }
        Integer request = requestOf(answer);
        if (request == null) {
            transfers.onMessage(answer, nowNs);
            return;
        }
        boolean more = answer instanceof ServerMessage.FileData data && !data.last();
        Answer asked = more ? open.get(request) : open.remove(request);
        if (asked != null) {
            asked.on(answer, nowNs);
        }
    }

    private static @Nullable Integer requestOf(ServerMessage answer) {
        if (answer instanceof ServerMessage.Refused refused) {
            return refused.request();
        } else if (answer instanceof ServerMessage.FileLimitsTold told) {
            return told.request();
        } else if (answer instanceof ServerMessage.FileState state) {
            return state.request();
        } else if (answer instanceof ServerMessage.FileData data) {
            return data.request();
        }
        return answer instanceof ServerMessage.Done done ? (Integer) done.request() : null;
    }

    // What was told

    FileTransfer last() {
        return all().get(all().size() - 1);
    }

    List<FileTransfer> all() {
        return events.stream()
                .filter(ClientEvent.FileProgress.class::isInstance)
                .map(event -> ((ClientEvent.FileProgress) event).file())
                .toList();
    }

    FileTransfer last(MessageId id) {
        return all().stream()
                .filter(told -> told.id().equals(id))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    List<FileState> states() {
        List<FileState> states = new ArrayList<>();
        for (FileTransfer told : all()) {
            if (states.isEmpty() || states.get(states.size() - 1) != told.state()) {
                states.add(told.state());
            }
        }
        return states;
    }

    String refusal() {
        return events.stream()
                .filter(ClientEvent.Refused.class::isInstance)
                .map(event -> ((ClientEvent.Refused) event).text())
                .reduce((first, second) -> second)
                .orElse("");
    }

    /** What the message offers that was stored. */
    Body.File posted(MessageId id) {
        return Objects.requireNonNull(posted.get(id));
    }

    /** What the relay holds. */
    byte[] octetsOf(Body.File file) {
        return Objects.requireNonNull(relay.blobs.get(file.blob())).octets;
    }

    byte @Nullable [] kept(String name) {
        return disk.files.get(FOLDER.resolve(name));
    }

    // The session's part

    @Override
    public void ask(IntFunction<ClientMessage> message, Answer answer, long atNs) {
        if (online) {
            int request = ++lastRequest;
            open.put(request, answer);
            FileMessage asked = (FileMessage) message.apply(request);
            // Requests go ahead of what is on the lane of files.
            List<FileMessage> parts = new ArrayList<>();
            waiting.stream().filter(FileMessage.FilePut.class::isInstance).forEach(parts::add);
            waiting.removeAll(parts);
            waiting.add(asked);
            waiting.addAll(parts);
            long gets = waiting.stream()
                    .filter(FileMessage.FileGet.class::isInstance)
                    .count();
            mostOpenGets = Math.max(mostOpenGets, gets);
        }
    }

    @Override
    public void say(ClientMessage message, long atNs) {
        throw new AssertionError("files are asked for, never said");
    }

    @Override
    public Body.@Nullable File offered(Target where, long seq) {
        return offers.get(seq);
    }

    @Override
    public boolean isVerified(String name) {
        return verified;
    }

    @Override
    public @Nullable String whyNot(Target to) {
        return to.equals(LAB) ? null : "you are not in " + to + ": join it first";
    }

    @Override
    public void post(MessageId id, Target to, Body.File file) {
        outbox.put(id, file);
    }

    @Override
    public boolean isWaiting(MessageId id) {
        return outbox.containsKey(id);
    }

    @Override
    public void takeBack(MessageId id) {
        outbox.remove(id);
        report(id, MessageState.FAILED, "cancelled");
    }

    @Override
    public boolean send(FileMessage.FilePut part, long atNs) {
        if (online) {
            waiting.add(part);
            mostQueuedBytes = Math.max(mostQueuedBytes, queuedBytes());
        }
        return online;
    }

    @Override
    public long queuedBytes() {
        return waiting.stream()
                .filter(FileMessage.FilePut.class::isInstance)
                .mapToLong(part -> ((FileMessage.FilePut) part).octets().length())
                .sum();
    }
}
