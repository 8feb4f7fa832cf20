package io.heliograph.common.net;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks one server a few times what it answers without keeping anything (protocol.md 3.2: a first KEY_REQ), and notes
 * what comes of it. Blocks for as long as it was told at most: not for a loop or an event thread.
 *
 * <p>Used once, by one thread.
 */
public final class PathProbe {
    private static final int VERSION = 1;
    private static final List<String> SUITES = List.of("H1");
    /** As long as a key of 2048 bits; no server looks at it before it has seen its cookie come back. */
    private static final int KEY_BYTES = 294;

    private final InetSocketAddress server;
    private final RandomSource random;
    private final Map<Bytes, Long> askedNs = new HashMap<>();
    private final List<Long> rttsNs = new ArrayList<>();
    private Fault fault = Fault.NONE;
    private int sentCount;
    private String from = "";

    public PathProbe(InetSocketAddress server, RandomSource random) {
        this.server = server;
        this.random = random;
    }

    /** What stands in the way, as far as the system tells. */
    public enum Fault {
        NONE,
        /** This machine has no way there. */
        NO_ROUTE,
        /** This machine does not let it out. */
        SEND_REFUSED,
        /** The network says that the host is not there. */
        NO_HOST,
        /** The host says that nobody listens at the port: there and back, the way is open. */
        PORT_CLOSED
    }

    /**
     * What was found.
     *
     * @param sentCount questions that have left
     * @param rttsNs a round trip for each question that was answered
     * @param from the address of this machine that they were sent from; empty if there was none
     */
    public record Findings(Fault fault, int sentCount, List<Long> rttsNs, String from) {
        public Findings {
            rttsNs = List.copyOf(rttsNs);
        }
    }

    /**
     * Asks {@code count} times, {@code spacingMs} apart, and waits up to {@code waitMs} behind the last one; ends early
     * when every question is answered, or can have no answer.
     */
    public Findings run(int count, long spacingMs, long waitMs) {
        try (DatagramChannel channel = DatagramChannel.open();
                Selector selector = Selector.open()) {
            if (connect(channel)) {
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                exchange(channel, selector, count, spacingMs, waitMs);
            }
        } catch (IOException e) {
            fault = fault == Fault.NONE ? Fault.NO_ROUTE : fault; // no socket of this family: no way there
        }
        return new Findings(fault, sentCount, rttsNs, from);
    }

    private boolean connect(DatagramChannel channel) {
        try {
            channel.connect(server);
            SocketAddress local = channel.getLocalAddress();
            from = local instanceof InetSocketAddress own ? own.getAddress().getHostAddress() : "";
            return true;
        } catch (IOException e) {
            // Nothing is sent by connecting: the system has only looked for a way.
            fault = Fault.NO_ROUTE;
            return false;
        }
    }

    private void exchange(DatagramChannel channel, Selector selector, int count, long spacingMs, long waitMs)
            throws IOException {
        for (int i = 0; i < count && !isHopeless(); i++) {
            ask(channel);
            boolean last = i == count - 1;
            listen(channel, selector, last ? waitMs : spacingMs, last);
        }
    }

    private void ask(DatagramChannel channel) {
        Bytes mark = Bytes.takingOver(random.bytes(Limits.RANDOM_BYTES));
        byte[] question = PacketCodec.encode(new Packet.KeyReq(
                VERSION,
                SUITES,
                mark,
                Bytes.takingOver(random.bytes(KEY_BYTES)),
                Bytes.takingOver(random.bytes(Limits.X25519_BYTES)),
                null));
        askedNs.put(mark, System.nanoTime());
        try {
            if (channel.write(ByteBuffer.wrap(question)) > 0) {
                sentCount++;
            }
        } catch (IOException e) {
            fault = faultOf(e, true);
        }
    }

    /** {@code untilAnswered}: no longer than it takes until nothing more can come. */
    private void listen(DatagramChannel channel, Selector selector, long durationMs, boolean untilAnswered)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Limits.MAX_DATAGRAM_BYTES + 1);
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(durationMs);
        long leftMs = durationMs;
        while (leftMs > 0 && !isHopeless() && !(untilAnswered && rttsNs.size() >= sentCount)) {
            selector.select(leftMs);
            selector.selectedKeys().clear();
            drain(channel, buffer);
            leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
        }
    }

    private void drain(DatagramChannel channel, ByteBuffer buffer) {
        try {
            for (int read = channel.read(buffer.clear()); read > 0; read = channel.read(buffer.clear())) {
                take(buffer.flip(), System.nanoTime());
            }
        } catch (IOException e) {
            fault = faultOf(e, false);
        }
    }

    private void take(ByteBuffer buffer, long arrivedNs) {
        byte[] datagram = new byte[buffer.remaining()];
        buffer.get(datagram);
        try {
            if (PacketCodec.decode(datagram, datagram.length) instanceof Packet.KeyRetry retry) {
                Long sinceNs = askedNs.remove(retry.random());
                if (sinceNs != null) {
                    rttsNs.add(arrivedNs - sinceNs);
                }
            }
        } catch (MalformedException e) {
            return; // whatever it is, it is no answer
        }
    }

    /** One answer weighs more than what the system says of a question beside it. */
    private boolean isHopeless() {
        return fault != Fault.NONE && rttsNs.isEmpty();
    }

    /** By the kind of the failure, not by its text: that is in the language of the system. */
    static Fault faultOf(IOException failure, boolean sending) {
        if (failure instanceof PortUnreachableException) {
            return Fault.PORT_CLOSED;
        } else if (failure instanceof NoRouteToHostException) {
            return Fault.NO_HOST;
        }
        return sending ? Fault.SEND_REFUSED : Fault.NONE;
    }
}
