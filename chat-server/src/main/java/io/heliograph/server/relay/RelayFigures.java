package io.heliograph.server.relay;

import io.heliograph.common.connection.Connection;
import io.heliograph.common.connection.Drop;
import io.heliograph.common.net.EventLoop;
import io.heliograph.common.net.UdpTransport;
import io.heliograph.server.admin.Figures;
import io.heliograph.server.audit.AuditLog;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.metrics.Figure;
import io.heliograph.server.routing.Directory;
import io.heliograph.server.store.FileTable;
import io.heliograph.server.store.sql.SqlStore;
import io.heliograph.server.store.sql.StoreFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every counter of the relay, each with a sentence. Called on the relay loop, but for {@link #ofStore}. */
final class RelayFigures implements Figures {
    private final RelayNode node;
    private final EventLoop loop;
    private final UdpTransport transport;
    private final RelayBody body;
    private final SqlStore store;
    private final AuditLog audit;

    RelayFigures(
            RelayNode node, EventLoop loop, UdpTransport transport, RelayBody body, SqlStore store, AuditLog audit) {
        this.node = node;
        this.loop = loop;
        this.transport = transport;
        this.body = body;
        this.store = store;
        this.audit = audit;
    }

    @Override
    public List<String> lines() {
        List<Figure> all = new ArrayList<>(ofLoop());
        all.addAll(ofStore());
        return all.stream().map(RelayFigures::line).toList();
    }

    /** What only the loop may look at. */
    List<Figure> ofLoop() {
        List<Figure> all = new ArrayList<>();
        Directory directory = node.relay().directory();
        long entries = directory.conversations().all().stream()
                .mapToLong(RelayFigures::entries)
                .sum();
        all.add(Figure.level("connections", node.endpoint().connections().size(), "connections that stand"));
        all.add(Figure.level("sessions", directory.loggedInSessions().size(), "connections that are logged in"));
        all.add(Figure.level("accounts", directory.accounts().size(), "accounts there are"));
        all.add(Figure.level("accounts_online", directory.connectedAccountCount(), "accounts with a session"));
        all.add(Figure.level("rooms", directory.conversations().roomCount(), "rooms there are"));
        all.add(Figure.level("entries_numbered", entries, "entries that conversations have had so far"));
        FileTable.Totals files = node.relay().files().totals();
        all.add(Figure.level("files", files.count(), "files that were announced and are not over"));
        all.add(Figure.level("file_bytes", files.bytes(), "their bytes, as announced"));
        all.add(Figure.count("failed_logins", node.relay().failedLoginCount(), "logins that may have been guesses"));
        all.add(Figure.count("datagrams_in", body.receivedDatagramCount(), "datagrams received"));
        all.add(Figure.count("datagrams_out", body.sentDatagramCount(), "datagrams sent"));
        all.add(Figure.count("bytes_in", body.receivedBytes(), "bytes received"));
        all.add(Figure.count("bytes_out", body.sentBytes(), "bytes sent"));
        all.add(Figure.level("lost_records", lostRecords(), "records to connected clients, lost and repeated"));
        all.add(Figure.countBy("drop", "inbox_full", loop.overflowCount(), "datagrams that found the inbox full"));
        all.add(Figure.countBy(
                "drop", "send_failed", transport.sendFailureCount(), "datagrams the system refused to send"));
        for (Drop reason : Drop.values()) {
            String name = reason.name().toLowerCase(Locale.ROOT);
            all.add(Figure.countBy("drop", name, node.endpoint().drops().of(reason), reason.sentence()));
        }
        return all;
    }

    /** What any thread may look at. */
    List<Figure> ofStore() {
        StoreFigures figures = store.figures();
        Runtime runtime = Runtime.getRuntime();
        List<Figure> all = new ArrayList<>(List.of(
                Figure.level("store_writable", store.isWritable() ? 1 : 0, "1 while the store takes writes"),
                Figure.level("store_pending_writes", figures.pendingWriteCount(), "writes that are not answered"),
                Figure.count("store_commits", figures.commitCount(), "transactions on the disk"),
                Figure.count("store_writes", figures.writeCount(), "writes in them"),
                Figure.spentSeconds("store_commit_seconds", figures.commitNs(), "time they took in all"),
                Figure.seconds("store_commit_longest_seconds", figures.longestCommitNs(), "the slowest of them"),
                Figure.level("heap_used_bytes", runtime.totalMemory() - runtime.freeMemory(), "memory in use")));
        all.add(Figure.count("audit_lost", audit.lostCount(), "events that the audit log could not take"));
        audit.counts()
                .forEach((event, count) ->
                        all.add(Figure.countBy("audit", event.replace('.', '_'), count, "events of the audit log")));
        return all;
    }

    private long lostRecords() {
        return node.endpoint().connections().stream()
                .mapToLong(RelayFigures::lostRecords)
                .sum();
    }

    private static long lostRecords(Connection connection) {
        return connection.channel().stats().recordsLost();
    }

    private static long entries(Conversation conversation) {
        return conversation.log().nextSeq() - 1;
    }

    private static String line(Figure figure) {
        String name = figure.reason().isEmpty() ? figure.name() : figure.name() + "_" + figure.reason();
        String form = name.endsWith("_seconds") ? "%-28s %12.3f  %s" : "%-28s %12.0f  %s";
        return String.format(Locale.ROOT, form, name, figure.value(), figure.sentence());
    }
}
