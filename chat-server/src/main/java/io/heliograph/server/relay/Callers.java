package io.heliograph.server.relay;

import io.heliograph.common.net.FirewallTool;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.admin.Arrivals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts what arrives from whom: {@value #MAX_ADDRESSES} addresses, of which the one that was not heard for longest
 * goes first. A flood under forged addresses pushes the others out, and costs no memory.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Callers implements Arrivals {
    static final int MAX_ADDRESSES = 256;
    private static final long WINDOW_NS = TimeUnit.MINUTES.toNanos(10);
    private static final float LOAD = 0.75f;

    /** Who was heard last stands last. */
    private final Map<Bytes, Tally> byAddress = new LinkedHashMap<>(2 * MAX_ADDRESSES, LOAD, true);

    private final int port;
    private final FirewallTool firewall;

    Callers(int port, FirewallTool firewall) {
        this.port = port;
        this.firewall = firewall;
    }

    /** What is counted of one address. */
    private static final class Tally {
        private long count;
        private long answeredCount;
        private long firstNs;
        private long lastNs;
    }

    void onArrived(Bytes ip, long nowNs) {
        Tally tally = byAddress.get(ip);
        if (tally == null) {
            tally = byAddress.size() < MAX_ADDRESSES ? new Tally() : takeEldest();
            byAddress.put(ip, tally);
            begin(tally, nowNs);
        } else if (nowNs - tally.lastNs > WINDOW_NS) {
            begin(tally, nowNs);
        }
        tally.count++;
        tally.lastNs = nowNs;
    }

    /** Something was sent to {@code ip}; who has never been heard does not count. */
    void onAnswered(Bytes ip) {
        Tally tally = byAddress.get(ip);
        if (tally != null) {
            tally.answeredCount++;
        }
    }

    @Override
    public @Nullable Arrival of(Bytes ip, long nowNs) {
        // Found by going through them: looked up, it would count as heard.
        return byAddress.entrySet().stream()
                .filter(entry -> entry.getKey().equals(ip) && nowNs - entry.getValue().lastNs <= WINDOW_NS)
                .map(entry -> arrival(ip, entry.getValue(), nowNs))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Arrival> latest(int count, long nowNs) {
        List<Arrival> all = new ArrayList<>();
        byAddress.forEach((ip, tally) -> {
            if (nowNs - tally.lastNs <= WINDOW_NS) {
                all.add(arrival(ip, tally, nowNs));
            }
        });
        Collections.reverse(all);
        return all.subList(0, Math.min(count, all.size()));
    }

    @Override
    public long windowMs() {
        return TimeUnit.NANOSECONDS.toMillis(WINDOW_NS);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String firewallLine() {
        return firewall.title() + ": " + firewall.letIn(port);
    }

    private Tally takeEldest() {
        Bytes eldest = byAddress.keySet().iterator().next();
        Tally taken = byAddress.remove(eldest);
        return taken == null ? new Tally() : taken;
    }

    private static void begin(Tally tally, long nowNs) {
        tally.count = 0;
        tally.answeredCount = 0;
        tally.firstNs = nowNs;
    }

    private static Arrival arrival(Bytes ip, Tally tally, long nowNs) {
        return new Arrival(
                ip,
                tally.count,
                tally.answeredCount,
                TimeUnit.NANOSECONDS.toMillis(nowNs - tally.firstNs),
                TimeUnit.NANOSECONDS.toMillis(nowNs - tally.lastNs));
    }
}
