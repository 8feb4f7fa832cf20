package io.heliograph.server.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.common.net.NamedThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log: a line of JSON an event, written by a thread of its own, so that {@link #record} never blocks.
 *
 * <p>Thread-safe.
 */
public final class AuditLog implements AuditSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final long MAX_FILE_BYTES = 10L * 1024 * 1024;
    private static final int KEPT_FILES = 10;
    private static final int MAX_PENDING = 10_000;

    /** Longer values are cut: an audit log is no place for what people say. */
    private static final int MAX_VALUE_CHARS = 400;

    private static final long LOOK_EVERY_MS = 200;
    private static final long STOP_WAIT_MS = 5_000;

    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>(MAX_PENDING);
    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final AtomicLong lostCount = new AtomicLong();
    private final AuditFile file;
    private final LongSupplier wallClockMs;
    private final Thread thread;
    private boolean failing;
    private volatile boolean stopping;

    private AuditLog(AuditFile file, LongSupplier wallClockMs) {
        this.file = file;
        this.wallClockMs = wallClockMs;
        this.thread = NamedThreads.make("audit-writer", this::run);
    }

    /** Writes {@code audit.jsonl} in {@code folder}. */
    public static AuditLog open(Path folder, LongSupplier wallClockMs) {
        AuditLog log = new AuditLog(new AuditFile(folder, MAX_FILE_BYTES, KEPT_FILES), wallClockMs);
        log.thread.start();
        return log;
    }

    @Override
    public void record(String event, String actor, String subject, Map<String, String> details) {
        counts.computeIfAbsent(event, absent -> new LongAdder()).increment();
        ObjectNode line = json.createObjectNode();
        line.put("time", Instant.ofEpochMilli(wallClockMs.getAsLong()).toString());
        line.put("event", cut(event));
        line.put("actor", cut(actor));
        line.put("subject", cut(subject));
        ObjectNode members = line.putObject("details");
        new TreeMap<>(details).forEach((name, value) -> members.put(cut(name), cut(value)));
        if (!queue.offer(line.toString())) {
            lostCount.incrementAndGet();
        }
    }

    /** The last lines that were written, oldest first. */
    public List<String> tail(int count) throws IOException {
        return file.tail(count);
    }

    /** How often each event has happened since the start; there are as many names as the code has. */
    public Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((event, count) -> sums.put(event, count.sum()));
        return sums;
    }

    /** Events that were not written: too many at once, or the disk took none. */
    public long lostCount() {
        return lostCount.get();
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(STOP_WAIT_MS);
        } catch (InterruptedException e) {
            LOG.warn("closing the audit log was interrupted");
        }
    }

    private void run() {
        try {
            while (!stopping || !queue.isEmpty()) {
                String first = queue.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<String> lines = new ArrayList<>(List.of(first));
                    queue.drainTo(lines);
                    write(lines);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the audit log was interrupted with {} events unwritten", queue.size());
        }
    }

    private void write(List<String> lines) {
        try {
            file.append(lines);
            if (failing) {
                LOG.info("the audit log can be written again");
            }
            failing = false;
        } catch (IOException e) {
            lostCount.addAndGet(lines.size());
            if (!failing) {
                LOG.error("the audit log cannot be written: {}", e.getMessage());
            }
            failing = true;
        }
    }

    private static String cut(String value) {
        return value.length() <= MAX_VALUE_CHARS ? value : value.substring(0, MAX_VALUE_CHARS) + "…";
    }
}
