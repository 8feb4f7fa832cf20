package io.heliograph.common.net;

import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One UDP socket. One thread may receive while one other sends.
 *
 * <p>The socket is opened through its channel, whose direct buffers cost half as much to receive on as the
 * socket itself in
 * Java 17 (PEERS 4). Closing it ends a receive that waits.
 */
public final class UdpTransport implements AutoCloseable {
    /** One octet more than any datagram may have, so that a longer one is seen to be too long. */
    private static final int BUFFER_BYTES = 1_201;

    private static final int SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;
    private static final int MAX_CACHED_ADDRESSES = 8_192;

    private final DatagramChannel channel;
    private final ByteBuffer sendBuffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer receiveBuffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Map<PeerAddress, InetSocketAddress> targets = new BoundedCache<>();
    private final Map<InetSocketAddress, PeerAddress> sources = new BoundedCache<>();
    private final LongAdder sendFailureCount = new LongAdder();

    private UdpTransport(DatagramChannel channel) {
        this.channel = channel;
    }

    /** Binds to {@code local}; port 0 takes a free one. */
    public static UdpTransport bind(InetSocketAddress local) throws IOException {
        // An IPv4 socket for an IPv4 address, so that peers and logs see plain IPv4 addresses; "::" takes both.
        DatagramChannel channel = local.getAddress() instanceof Inet4Address
                ? DatagramChannel.open(StandardProtocolFamily.INET)
                : DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
            DatagramSocket socket = channel.socket();
            socket.bind(local);
            return new UdpTransport(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Where the socket is bound. */
    public InetSocketAddress localAddress() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** A datagram that arrived; {@code octets} belongs to who receives this. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Arrived(PeerAddress from, byte[] octets) {}

    /** Waits for the next datagram. Call from one thread only. Throws when the transport has been closed. */
    public Arrived receive() throws IOException {
        receiveBuffer.clear();
        InetSocketAddress from = (InetSocketAddress) channel.receive(receiveBuffer);
        byte[] octets = new byte[receiveBuffer.flip().remaining()];
        receiveBuffer.get(octets);
        return new Arrived(sources.computeIfAbsent(from, UdpTransport::toPeer), octets);
    }

    /**
     * Sends at once. What the system does not take is counted and lost, as the network would lose it. One
     * thread only.
     */
    public void send(PeerAddress to, byte[] octets, int length) {
        sendBuffer.clear();
        sendBuffer.put(octets, 0, length).flip();
        try {
            channel.send(sendBuffer, targets.computeIfAbsent(to, UdpTransport::toSocket));
        } catch (IOException e) {
            sendFailureCount.increment();
        }
    }

    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Datagrams that the system refused to send. */
    public long sendFailureCount() {
        return sendFailureCount.sum();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing can be done about a socket that does not close; the process ends soon anyway.
            sendFailureCount.increment();
        }
    }

    public static PeerAddress toPeer(InetSocketAddress address) {
        return new PeerAddress(Bytes.copyOf(address.getAddress().getAddress()), address.getPort());
    }

    private static InetSocketAddress toSocket(PeerAddress address) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address.ip().toArray()), address.port());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address", e);
        }
    }

    /** Forgets what has not been used for longest. */
    private static final class BoundedCache<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        BoundedCache() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
            return size() > MAX_CACHED_ADDRESSES;
        }
    }
}
