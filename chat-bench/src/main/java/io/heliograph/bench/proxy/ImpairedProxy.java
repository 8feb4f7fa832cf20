package io.heliograph.bench.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Forwards datagrams between clients and one server through an {@link Impairment}, both ways alike. One thread
 * does everything.
 *
 * <p>Each client is seen by the server at a port of its own, which changes when the impairment says so.
 */
public final class ImpairedProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 65_536;
    private static final int SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;
    private static final long LONGEST_WAIT_MS = 50;

    private final Impairment impairment;
    private final InetSocketAddress server;
    private final Random random;
    private final Selector selector;
    private final DatagramChannel front;
    private final Map<SocketAddress, Client> clients = new HashMap<>();
    private final PriorityQueue<Delayed> delayed = new PriorityQueue<>();
    private final long startedNs = System.nanoTime();
    private long order;
    private final LongAdder forwardedBytes = new LongAdder();
    private long forwardedCount;
    private long lostCount;

    /** Listens on {@code listen}; {@code seed} gives the same random sequence again. */
    public ImpairedProxy(InetSocketAddress listen, InetSocketAddress server, Impairment impairment, long seed)
            throws IOException {
        this.impairment = impairment;
        this.server = server;
        this.random = new Random(seed);
        this.selector = Selector.open();
        this.front = open(listen);
        front.register(selector, SelectionKey.OP_READ);
    }

    /** A client and the socket that speaks for it. */
    private static final class Client {
        final SocketAddress address;
        DatagramChannel back;
        long boundNs;

        Client(SocketAddress address, DatagramChannel back, long boundNs) {
            this.address = address;
            this.back = back;
            this.boundNs = boundNs;
        }
    }

    /** A datagram on its way. */
    private record Delayed(long dueNs, long order, Client client, boolean toServer, ByteBuffer octets)
            implements Comparable<Delayed> {
        @Override
        public int compareTo(Delayed other) {
            int byTime = Long.compare(dueNs, other.dueNs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    public InetSocketAddress listenAddress() throws IOException {
        return (InetSocketAddress) front.getLocalAddress();
    }

    /** Forwards until the thread is interrupted. */
    public void run() throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            selector.select(waitMs());
            for (SelectionKey key : selector.selectedKeys()) {
                receive((DatagramChannel) key.channel(), (Client) key.attachment());
            }
            selector.selectedKeys().clear();
            rebind(System.nanoTime());
            release(System.nanoTime());
        }
    }

    /** Bytes of all datagrams that were passed on, both ways. May be asked from any thread. */
    public long forwardedBytes() {
        return forwardedBytes.sum();
    }

    /** One line of figures. */
    public String figures() {
        return "forwarded=" + forwardedCount + " lost=" + lostCount + " clients=" + clients.size();
    }

    @Override
    public void close() throws IOException {
        front.close();
        for (Client client : clients.values()) {
            client.back.close();
        }
        selector.close();
    }

    private void receive(DatagramChannel channel, Client fromServer) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        for (SocketAddress from = channel.receive(buffer); from != null; from = channel.receive(buffer)) {
            buffer.flip();
            ByteBuffer octets =
                    ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
            Client client = fromServer == null ? clientAt(from) : fromServer;
            impair(client, fromServer == null, octets);
            buffer.clear();
        }
    }

    private void impair(Client client, boolean toServer, ByteBuffer octets) {
        long nowNs = System.nanoTime();
        if (isDead(nowNs) || happens(impairment.lossPercent())) {
            lostCount++;
            return;
        }
        int copies = happens(impairment.duplicatePercent()) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            long delayNs = happens(impairment.reorderPercent()) ? 0 : delayNs();
            delayed.add(new Delayed(nowNs + delayNs, order++, client, toServer, octets.duplicate()));
        }
    }

    private void release(long nowNs) throws IOException {
        for (Delayed next = delayed.peek(); next != null && next.dueNs <= nowNs; next = delayed.peek()) {
            delayed.remove();
            forwardedCount++;
            forwardedBytes.add(next.octets.remaining());
            if (next.toServer) {
                next.client.back.send(next.octets, server);
            } else {
                front.send(next.octets, next.client.address);
            }
        }
    }

    private void rebind(long nowNs) throws IOException {
        long everyNs = TimeUnit.SECONDS.toNanos(impairment.rebindSeconds());
        for (Client client : clients.values()) {
            if (everyNs > 0 && nowNs - client.boundNs >= everyNs) {
                client.back.close();
                client.back = backFor(client);
                client.boundNs = nowNs;
            }
        }
    }

    private Client clientAt(SocketAddress address) throws IOException {
        Client known = clients.get(address);
        if (known != null) {
            return known;
        }
        Client made = new Client(address, front, System.nanoTime());
        made.back = backFor(made);
        clients.put(address, made);
        return made;
    }

    private DatagramChannel backFor(Client client) throws IOException {
        DatagramChannel back =
                open(isLocal() ? new InetSocketAddress(InetAddress.getLoopbackAddress(), 0) : new InetSocketAddress(0));
        back.register(selector, SelectionKey.OP_READ, client);
        return back;
    }

    private boolean isLocal() {
        return server.getAddress().isLoopbackAddress();
    }

    private static DatagramChannel open(InetSocketAddress local) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
        channel.bind(local);
        channel.configureBlocking(false);
        return channel;
    }

    private boolean isDead(long nowNs) {
        if (impairment.cycleSeconds() == 0) {
            return false;
        }
        long inCycleNs = (nowNs - startedNs) % TimeUnit.SECONDS.toNanos(impairment.cycleSeconds());
        return inCycleNs < TimeUnit.SECONDS.toNanos(impairment.deadSeconds());
    }

    private boolean happens(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    private long delayNs() {
        long jitterNs = TimeUnit.MILLISECONDS.toNanos(impairment.jitterMs());
        return TimeUnit.MILLISECONDS.toNanos(impairment.delayMs())
                + (jitterNs == 0 ? 0 : (long) (random.nextDouble() * jitterNs));
    }

    private long waitMs() {
        Delayed next = delayed.peek();
        if (next == null) {
            return LONGEST_WAIT_MS;
        }
        long leftMs = TimeUnit.NANOSECONDS.toMillis(next.dueNs - System.nanoTime());
        return Math.max(1, Math.min(leftMs, LONGEST_WAIT_MS));
    }
}
