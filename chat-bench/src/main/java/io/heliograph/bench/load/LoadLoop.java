package io.heliograph.bench.load;

import io.heliograph.common.time.NanoClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Runs many {@link LoopClient}s over sockets of their own on the calling thread. */
final class LoadLoop implements AutoCloseable {
    private static final int BUFFER_BYTES = 1_500;
    private static final long BETWEEN_TALK_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SOCKET_BUFFER_BYTES = 1024 * 1024;

    private final InetSocketAddress server;
    private final NanoClock clock = NanoClock.startingNow();
    private final Selector selector;
    private final List<Member> members = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final byte[] octets = new byte[BUFFER_BYTES];
    private @Nullable LoopClient speaker;
    private Runnable beforeTurn = () -> {};
    private LongConsumer beforeAll = nowNs -> {};
    private long spokenNs;

    LoadLoop(InetSocketAddress server) throws IOException {
        this.server = server;
        this.selector = Selector.open();
    }

    /** A client and its socket. */
    private static final class Member {
        final LoopClient client;
        final DatagramChannel channel;
        long deadlineNs;
        long refusedCount;

        Member(LoopClient client, DatagramChannel channel) {
            this.client = client;
            this.channel = channel;
        }
    }

    long nowNs() {
        return clock.nowNs();
    }

    void add(LoopClient client) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
        channel.configureBlocking(false);
        channel.connect(server);
        Member member = new Member(client, channel);
        channel.register(selector, SelectionKey.OP_READ, member);
        members.add(member);
        client.endpoint().connect(nowNs());
        settle(member, nowNs());
    }

    /** From now on {@code work} makes {@code client} say something at the beginning of each turn. */
    void beforeEachTurn(LoopClient client, Runnable work) {
        speaker = client;
        beforeTurn = work;
    }

    /** From now on every client may say something at the beginning of each turn. */
    void beforeAllTurns(LongConsumer work) {
        beforeAll = work;
    }

    /** Datagrams that found nobody at the relay's port. */
    long refusedCount() {
        return members.stream().mapToLong(member -> member.refusedCount).sum();
    }

    /** Runs until {@code done} holds; false if it does not within the limit. */
    boolean runUntil(BooleanSupplier done, long limitMs) throws IOException {
        long endNs = nowNs() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        while (!done.getAsBoolean()) {
            if (nowNs() > endNs) {
                return false;
            }
            turn();
        }
        return true;
    }

    /** The client says goodbye. */
    void leave(LoadClient client) throws IOException {
        client.leave(nowNs());
        for (Member member : members) {
            if (member.client == client) {
                settle(member, nowNs());
                member.channel.close();
            }
        }
        members.removeIf(member -> member.client == client);
    }

    /** What a client has been told to do goes out now. */
    void flush(LoopClient client) throws IOException {
        for (Member member : members) {
            if (member.client == client) {
                settle(member, nowNs());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.channel.close();
        }
        selector.close();
    }

    private void turn() throws IOException {
        if (speaker != null) {
            beforeTurn.run();
            flush(speaker);
        }
        if (nowNs() - spokenNs > BETWEEN_TALK_NS) {
            spokenNs = nowNs();
            beforeAll.accept(spokenNs);
            for (Member member : members) {
                settle(member, spokenNs);
            }
        }
        selector.select(1);
        for (SelectionKey key : selector.selectedKeys()) {
            Member member = (Member) key.attachment();
            receive(member);
            settle(member, nowNs());
        }
        selector.selectedKeys().clear();
        long nowNs = nowNs();
        for (Member member : members) {
            if (member.deadlineNs <= nowNs) {
                member.client.endpoint().onTimeout(nowNs);
                settle(member, nowNs);
            }
        }
    }

    private void receive(Member member) throws IOException {
        long nowNs = nowNs();
        for (int length = read(member); length > 0; length = read(member)) {
            member.client.endpoint().onDatagram(octets, length, nowNs);
            member.client.drainEvents(nowNs);
        }
    }

    /** A relay that is being started again is no error: the datagram is lost, as on any network. */
    private static void transmit(Member member, byte[] datagram) throws IOException {
        try {
            member.channel.write(ByteBuffer.wrap(datagram));
        } catch (PortUnreachableException nobodyThere) {
            member.refusedCount++;
        }
    }

    private int read(Member member) throws IOException {
        buffer.clear();
        int length;
        try {
            length = member.channel.read(buffer);
        } catch (PortUnreachableException nobodyThere) {
            member.refusedCount++;
            length = 0;
        }
        buffer.flip().get(octets, 0, Math.max(0, length));
        return length;
    }

    private void settle(Member member, long nowNs) throws IOException {
        member.client.drainEvents(nowNs);
        byte[] datagram = member.client.endpoint().pollTransmit(nowNs);
        while (datagram != null) {
            transmit(member, datagram);
            datagram = member.client.endpoint().pollTransmit(nowNs);
        }
        member.deadlineNs = member.client.endpoint().nextTimeoutNs(nowNs);
    }
}
