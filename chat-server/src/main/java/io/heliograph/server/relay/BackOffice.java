package io.heliograph.server.relay;

import io.heliograph.common.net.NamedThreads;
import io.heliograph.server.admin.ServerTasks;
import io.heliograph.server.audit.AuditLog;
import io.heliograph.server.audit.AuditSink;
import io.heliograph.server.config.ConfigException;
import io.heliograph.server.config.ConfigKey;
import io.heliograph.server.config.ConfigSource;
import io.heliograph.server.config.ServerConfig;
import io.heliograph.server.logging.Logging;
import io.heliograph.server.routing.OperatorCommands.Result;
import io.heliograph.server.routing.ServerVersion;
import io.heliograph.server.store.sql.Backup;
import io.heliograph.server.store.sql.BackupException;
import io.heliograph.server.store.sql.LoopPoster;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does on one thread of its own, one after the other, what takes files and time: rereads settings, makes backups.
 *
 * <p>Thread-safe.
 */
final class BackOffice implements ServerTasks {
    private static final Logger LOG = LoggerFactory.getLogger(BackOffice.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(NamedThreads.factory("back-office"));
    private final Path data;
    private final ConfigSource source;
    private final AuditLog audit;
    private final LoopPoster loop;
    private final Consumer<ServerConfig> apply;
    private volatile ServerConfig config;

    /** {@code apply} takes new settings on the loop. */
    BackOffice(Path data, Configured configured, AuditLog audit, LoopPoster loop, Consumer<ServerConfig> apply) {
        this.data = data;
        this.source = configured.source();
        this.config = configured.config();
        this.audit = audit;
        this.loop = loop;
        this.apply = apply;
    }

    @Override
    public void reload(Consumer<Result> answer) {
        run(this::reread, answer);
    }

    @Override
    public void backup(String folder, Consumer<Result> answer) {
        run(() -> copy(folder), answer);
    }

    @Override
    public void audit(int count, Consumer<Result> answer) {
        run(() -> lastEvents(count), answer);
    }

    @Override
    public void setLogLevel(String level, Consumer<Result> answer) {
        String whyNot = ConfigKey.LOG_LEVEL.whyNot(level);
        if (whyNot != null) {
            answer.accept(Result.error("The level " + whyNot + "."));
            return;
        }
        Logging.setLevel(level);
        answer.accept(Result.ok("Logging from " + level + " on."));
    }

    /** The same as {@link #reload}, for a signal: the log tells how it went. */
    void reloadForSignal() {
        run(this::reread, result -> result.lines().forEach(line -> LOG.info("reload: {}", line)));
    }

    /** What is being done is done to its end; nothing is begun any more. */
    void close() {
        thread.shutdown();
        audit.record("server.stop", AuditSink.SERVER, "", Map.of());
        audit.close();
    }

    private Result reread() throws InterruptedException {
        ServerConfig next;
        try {
            next = source.load();
        } catch (ConfigException e) {
            List<String> lines = new ArrayList<>(e.problems());
            lines.add("Nothing was changed: mend these and reload again.");
            return new Result(false, lines);
        }
        List<ServerConfig.Change> changes = config.changesTo(next);
        ServerConfig mixed = config.withLiveOf(next);
        loop.post(nowNs -> apply.accept(mixed));
        config = mixed;
        Logging.setLevel(mixed.text(ConfigKey.LOG_LEVEL));
        return new Result(true, describe(changes));
    }

    private List<String> describe(List<ServerConfig.Change> changes) {
        if (changes.isEmpty()) {
            return List.of("Nothing has changed.");
        }
        List<String> lines = new ArrayList<>();
        for (ServerConfig.Change change : changes) {
            boolean live = change.key().isLive();
            lines.add(change + (live ? "" : " (from the next start on)"));
            audit.record(
                    "config.change",
                    AuditSink.SERVER,
                    change.key().key(),
                    Map.of("before", change.before(), "after", change.after(), "live", Boolean.toString(live)));
        }
        return lines;
    }

    private Result copy(String folder) {
        String wanted = folder.isEmpty() ? config.text(ConfigKey.BACKUP_FOLDER) : folder;
        try {
            Path parent = wanted.isEmpty() ? data.resolve("backups") : Path.of(wanted);
            Path made = Backup.make(data, parent, Instant.now(), ServerVersion.TEXT);
            audit.record("server.backup", AuditSink.SERVER, made.toString(), Map.of());
            LOG.info("backup made in {}", made);
            return Result.ok("Backup made: " + made);
        } catch (BackupException e) {
            LOG.error("backup failed: {}", e.getMessage());
            return Result.error(String.valueOf(e.getMessage()));
        } catch (InvalidPathException e) {
            return Result.error("That is no name of a folder.");
        }
    }

    private Result lastEvents(int count) {
        try {
            return new Result(true, audit.tail(count));
        } catch (IOException e) {
            return Result.error("The audit log cannot be read: " + e.getMessage());
        }
    }

    private void run(Work work, Consumer<Result> answer) {
        try {
            thread.execute(() -> doNow(work, answer));
        } catch (RejectedExecutionException stopping) {
            answer.accept(Result.error("The server stops."));
        }
    }

    private void doNow(Work work, Consumer<Result> answer) {
        try {
            Result result = work.run();
            loop.post(nowNs -> answer.accept(result));
        } catch (InterruptedException e) {
            LOG.warn("an operator's order was interrupted: the server stops");
        }
    }

    /** Something that takes a while. */
    @FunctionalInterface
    private interface Work {
        Result run() throws InterruptedException;
    }
}
