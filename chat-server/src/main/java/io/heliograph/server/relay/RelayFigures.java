package io.heliograph.server.relay;

import io.heliograph.common.connection.Connection;
import io.heliograph.common.connection.Drop;
import io.heliograph.common.net.EventLoop;
import io.heliograph.common.net.UdpTransport;
import io.heliograph.server.admin.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every counter of the relay, each with a sentence. Called on the relay loop. */
final class RelayFigures implements Figures {
    private static final long BYTES_PER_MIB = 1_048_576;

    private final RelayNode node;
    private final EventLoop loop;
    private final UdpTransport transport;
    private final RelayBody body;

    RelayFigures(RelayNode node, EventLoop loop, UdpTransport transport, RelayBody body) {
        this.node = node;
        this.loop = loop;
        this.transport = transport;
        this.body = body;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Runtime runtime = Runtime.getRuntime();
        add(lines, "connections", node.endpoint().connections().size(), "connections that stand");
        add(lines, "datagrams_in", body.receivedDatagramCount(), "datagrams received");
        add(lines, "datagrams_out", body.sentDatagramCount(), "datagrams sent");
        add(lines, "bytes_in", body.receivedBytes(), "bytes received");
        add(lines, "bytes_out", body.sentBytes(), "bytes sent");
        add(lines, "lost_records", lostRecords(), "records to connected clients that were lost and repeated");
        add(lines, "drop_inbox_full", loop.overflowCount(), "datagrams that found the inbox full");
        add(lines, "drop_send_failed", transport.sendFailureCount(), "datagrams the system refused to send");
        for (Drop reason : Drop.values()) {
            String name = "drop_" + reason.name().toLowerCase(Locale.ROOT);
            add(lines, name, node.endpoint().drops().of(reason), reason.sentence());
        }
        long usedBytes = runtime.totalMemory() - runtime.freeMemory();
        add(lines, "heap_mib", usedBytes / BYTES_PER_MIB, "memory in use");
        return lines;
    }

    private long lostRecords() {
        return node.endpoint().connections().stream()
                .mapToLong(RelayFigures::lostRecords)
                .sum();
    }

    private static long lostRecords(Connection connection) {
        return connection.channel().stats().recordsLost();
    }

    private static void add(List<String> lines, String name, long value, String sentence) {
        lines.add(String.format(Locale.ROOT, "%-28s %12d  %s", name, value, sentence));
    }
}
