package io.heliograph.common.net;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Waits for datagrams and hands them on; nothing else. Ends when its transport is closed.
 *
 * <p>Thread-safe.
 */
public final class DatagramPump {
    private final UdpTransport transport;
    private final Consumer<UdpTransport.Arrived> sink;
    private final Thread thread;

    public DatagramPump(String name, UdpTransport transport, Consumer<UdpTransport.Arrived> sink) {
        this.transport = transport;
        this.sink = sink;
        this.thread = NamedThreads.make(name, this::run);
    }

    public void start() {
        thread.start();
    }

    public void join(long timeoutMs) throws InterruptedException {
        thread.join(timeoutMs);
    }

    private void run() {
        boolean open = true;
        while (open) {
            try {
                sink.accept(transport.receive());
            } catch (IOException e) {
                // A closed channel is how this thread is told to end; on an open one, one datagram is lost.
                open = transport.isOpen();
            }
        }
    }
}
