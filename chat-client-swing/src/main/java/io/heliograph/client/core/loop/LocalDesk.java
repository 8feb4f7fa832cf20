package io.heliograph.client.core.loop;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.search.ExportException;
import io.heliograph.client.core.search.Exporter;
import io.heliograph.client.core.search.SearchIndex;
import io.heliograph.client.core.session.LocalLines;
import io.heliograph.client.core.session.Versions;
import io.heliograph.client.core.store.History;
import io.heliograph.common.net.NamedThreads;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Answers from the history of this machine, on a thread of its own: neither a long history nor a slow disk makes the
 * connection wait.
 *
 * <p>Thread-safe.
 */
final class LocalDesk {
    private static final int MAX_WAITING = 256;

    private final Consumer<ClientEvent> events;
    private final History history;
    private final SearchIndex index;
    private final Exporter exporter;
    private final String reader;
    private final ThreadPoolExecutor worker;

    /** {@code reader} is the user of this client. */
    LocalDesk(History history, String reader, Consumer<ClientEvent> events) {
        this.events = events;
        this.history = history;
        this.reader = reader;
        this.index = new SearchIndex(history, ZoneId.systemDefault());
        this.exporter = new Exporter(history, index, reader, ZoneId.systemDefault());
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                NamedThreads.factory("client-history"));
    }

    /** Takes the history in, so that the first search finds it there. */
    void start() {
        worker.execute(index::catchUp);
    }

    /** False if too much waits already, or the client has ended. */
    boolean submit(ClientCommand.Local command) {
        try {
            worker.execute(() -> events.accept(answer(command)));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    void stop() {
        worker.shutdownNow();
    }

    private ClientEvent answer(ClientCommand.Local command) {
        if (command instanceof ClientCommand.Search search) {
            SearchIndex.Found found = index.search(search.query(), search.limit());
            return found.whyNot().isEmpty()
                    ? new ClientEvent.SearchShown(search.ticket(), found.hits(), found.total())
                    : new ClientEvent.SearchRefused(search.ticket(), found.whyNot());
        } else if (command instanceof ClientCommand.ShowAround around) {
            return around(around);
        } else if (command instanceof ClientCommand.ShowSince since) {
            index.catchUp();
            long seq = index.firstSince(since.where(), since.timeMs());
            return around(new ClientCommand.ShowAround(since.where(), seq, since.before(), since.after()));
        } else if (command instanceof ClientCommand.ShowVersions wanted) {
            return versions(wanted);
        } else if (command instanceof ClientCommand.Export export) {
            return export(export);
        }
        throw new AssertionError("unhandled: " + command);
    }

    private ClientEvent around(ClientCommand.ShowAround wanted) {
        index.catchUp();
        SearchIndex.Place place = index.placeOf(wanted.where(), wanted.seq());
        return new ClientEvent.AroundShown(
                wanted.where(),
                wanted.seq(),
                place == null
                        ? List.of()
                        : LocalLines.of(
                                history.around(
                                        place.instance(),
                                        place.conversation(),
                                        wanted.seq(),
                                        wanted.before(),
                                        wanted.after()),
                                reader));
    }

    private ClientEvent versions(ClientCommand.ShowVersions wanted) {
        index.catchUp();
        SearchIndex.Place place = index.placeOf(wanted.where(), wanted.seq());
        return new ClientEvent.VersionsShown(
                wanted.where(),
                wanted.seq(),
                place == null
                        ? List.of()
                        : Versions.of(
                                history.around(place.instance(), place.conversation(), wanted.seq(), 0, 0),
                                wanted.seq()));
    }

    private ClientEvent export(ClientCommand.Export wanted) {
        try {
            Exporter.Written written = exporter.export(wanted.where(), wanted.file());
            return new ClientEvent.Exported(written.file(), written.messageCount());
        } catch (ExportException e) {
            return new ClientEvent.Problem("export", String.valueOf(e.getMessage()));
        }
    }
}
