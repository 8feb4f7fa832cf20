package io.heliograph.common.net;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for servers on the networks of this machine (protocol.md 3.6), this machine itself included. Blocks: not for a
 * loop or an event thread.
 */
public final class LanSearch {
    private static final int VERSION = 1;
    private static final int REPEAT_COUNT = 3;
    private static final int MAX_FOUND = 256;
    private static final byte[] EVERYBODY = {-1, -1, -1, -1};
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final int port;
    private final Bytes nonce;
    private int refusedCount;

    /** {@code nonce}: 8 fresh random bytes. */
    public LanSearch(int port, Bytes nonce) {
        this.port = port;
        this.nonce = nonce;
    }

    /**
     * A server that has answered; what it says of itself is not proved before a handshake.
     *
     * @param rttNs from the last question before it to the answer
     */
    public record Found(InetSocketAddress address, Packet.Server server, long rttNs) {}

    /** Asks three times within {@code durationMs} and passes on each server once, as it answers. */
    public void run(long durationMs, Consumer<Found> found) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
                Selector selector = Selector.open()) {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.bind(new InetSocketAddress(0));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            Set<InetSocketAddress> known = new LinkedHashSet<>();
            long roundMs = Math.max(1, durationMs / REPEAT_COUNT);
            byte[] question = PacketCodec.encode(new Packet.Discover(VERSION, nonce));
            Set<InetAddress> targets = targets();
            for (int round = 0; round < REPEAT_COUNT; round++) {
                long askedNs = System.nanoTime();
                ask(channel, question, targets);
                Round asked = new Round(askedNs, askedNs + TimeUnit.MILLISECONDS.toNanos(roundMs));
                listen(channel, selector, asked, answer -> {
                    if (known.size() < MAX_FOUND && known.add(answer.address())) {
                        found.accept(answer);
                    }
                });
            }
        }
    }

    /** Questions that the system did not let out. */
    public int refusedCount() {
        return refusedCount;
    }

    /** When was asked, and until when answers are waited for. */
    private record Round(long askedNs, long endNs) {}

    private void ask(DatagramChannel channel, byte[] question, Set<InetAddress> targets) {
        for (InetAddress target : targets) {
            try {
                channel.send(ByteBuffer.wrap(question), new InetSocketAddress(target, port));
            } catch (IOException unreachable) {
                refusedCount++; // a network that takes no broadcasts; the others are asked all the same
            }
        }
    }

    private void listen(DatagramChannel channel, Selector selector, Round asked, Consumer<Found> found)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Limits.MAX_DATAGRAM_BYTES + 1);
        long leftMs = TimeUnit.NANOSECONDS.toMillis(asked.endNs() - System.nanoTime());
        while (leftMs > 0) {
            selector.select(leftMs);
            selector.selectedKeys().clear();
            buffer.clear();
            for (InetSocketAddress from = receive(channel, buffer); from != null; from = receive(channel, buffer)) {
                // Timed before it is read: what this machine takes for that is no time of the network's.
                pass(from, buffer, System.nanoTime() - asked.askedNs(), found);
            }
            leftMs = TimeUnit.NANOSECONDS.toMillis(asked.endNs() - System.nanoTime());
        }
    }

    private void pass(InetSocketAddress from, ByteBuffer buffer, long rttNs, Consumer<Found> found) {
        byte[] datagram = new byte[buffer.flip().remaining()];
        buffer.get(datagram);
        try {
            if (PacketCodec.decode(datagram, datagram.length) instanceof Packet.Server server
                    && server.nonce().equals(nonce)) {
                found.accept(new Found(from, server, rttNs));
            }
        } catch (MalformedException e) {
            return; // anybody may answer anything
        }
    }

    private static @Nullable InetSocketAddress receive(DatagramChannel channel, ByteBuffer buffer) throws IOException {
        buffer.clear();
        return (InetSocketAddress) channel.receive(buffer);
    }

    private static Set<InetAddress> targets() throws IOException {
        Set<InetAddress> targets = new LinkedHashSet<>();
        targets.add(InetAddress.getByAddress(LOOPBACK));
        targets.add(InetAddress.getByAddress(EVERYBODY));
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(candidate -> candidate.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getBroadcast)
                    .filter(broadcast -> broadcast != null)
                    .forEach(targets::add);
        } catch (SocketException e) {
            return targets; // without a list of interfaces the general broadcast has to do
        }
        return targets;
    }
}
