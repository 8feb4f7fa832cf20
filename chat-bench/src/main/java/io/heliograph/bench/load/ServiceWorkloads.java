package io.heliograph.bench.load;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What a relay costs that many people live on, and how fast one comes back to it. */
public final class ServiceWorkloads {
    private static final long LIMIT_MS = 300_000;
    private static final double BYTES_PER_MIB = 1_048_576;
    private static final double BYTES_PER_KIB = 1_024;
    private static final int WINDOW_POSTS = 100;
    private static final int PAGE_ENTRIES = 50;

    /** Everybody connected, half of them in one room, the others in rooms of ten: memory, CPU, a line to everybody. */
    public String crowd(int clients, int seconds) throws IOException {
        try (RelayProcess relay = RelayProcess.start();
                LoadLoop loop = new LoadLoop(relay.address())) {
            Crowd crowd = new Crowd(relay, loop);
            long heapBefore = relay.heapBytes();
            long startNs = loop.nowNs();
            List<LoadClient> all = crowd.enter(clients, i -> i < clients / 2 ? "#all" : "#group-" + i / 10);
            double enteredS = (loop.nowNs() - startNs) / 1e9;
            loop.runUntil(() -> false, 3_000);
            double perClientKib = (relay.heapBytes() - heapBefore) / BYTES_PER_KIB / clients;
            double cpuBefore = relay.cpuSeconds();
            loop.runUntil(() -> false, TimeUnit.SECONDS.toMillis(seconds));
            double idlePercent = (relay.cpuSeconds() - cpuBefore) * 100 / seconds;
            long expected = crowd.arrivedCount() + clients / 2 - 1;
            long saidNs = loop.nowNs();
            all.get(0).post(text("a line to everybody"), saidNs);
            loop.flush(all.get(0));
            boolean heard = loop.runUntil(() -> crowd.arrivedCount() >= expected, LIMIT_MS);
            return String.format(
                    Locale.ROOT,
                    "crowd      %d clients, %d in one room: in after %.1f s, heap %.1f KiB a client, resident %.0f MiB,"
                            + " idle %.1f %% of a core, a line reaches all in %.0f ms%s",
                    clients,
                    clients / 2,
                    enteredS,
                    perClientKib,
                    relay.residentBytes() / BYTES_PER_MIB,
                    idlePercent,
                    (loop.nowNs() - saidNs) / 1e6,
                    heard ? "" : " INCOMPLETE");
        }
    }

    /** Somebody was away for {@code missed} lines: when do count and last page stand? */
    public String comeBack(int missed, int times) throws IOException {
        try (RelayProcess relay = RelayProcess.start();
                LoadLoop loop = new LoadLoop(relay.address())) {
            Crowd crowd = new Crowd(relay, loop);
            LoadClient speaker = crowd.enter(1, i -> "#lab").get(0);
            LoadClient absent = crowd.connect("absent", "#lab");
            loop.runUntil(absent::isJoined, LIMIT_MS);
            loop.leave(absent);
            int[] posted = {0};
            loop.beforeEachTurn(speaker, () -> {
                while (posted[0] < missed && posted[0] - speaker.answeredCount() < WINDOW_POSTS) {
                    speaker.post(text("line " + posted[0]++), loop.nowNs());
                }
            });
            double startS = loop.nowNs() / 1e9;
            loop.runUntil(() -> speaker.answeredCount() >= missed, LIMIT_MS);
            double storedS = loop.nowNs() / 1e9 - startS;
            double[] pageMs = new double[times];
            long unread = 0;
            for (int i = 0; i < times; i++) {
                LoadClient again = crowd.again(absent);
                long beganNs = loop.nowNs();
                loop.add(again);
                loop.runUntil(again::isJoined, LIMIT_MS);
                ConversationState state = again.state();
                unread = state == null ? -1 : state.unreadCount();
                if (state != null) {
                    again.askNewest(state, PAGE_ENTRIES, loop.nowNs());
                    loop.flush(again);
                }
                loop.runUntil(() -> again.page() != null, LIMIT_MS);
                pageMs[i] = (loop.nowNs() - beganNs) / 1e6;
                loop.leave(again);
            }
            Arrays.sort(pageMs);
            return String.format(
                    Locale.ROOT,
                    "come back  %,d lines missed (stored at %,.0f/s): %,d unread, last page after %.0f ms median,"
                            + " %.0f ms at most, handshake and login included",
                    missed,
                    missed / storedS,
                    unread,
                    pageMs[times / 2],
                    pageMs[times - 1]);
        }
    }

    static Bytes text(String text) {
        return MessageCodec.encode(new Body.Text(text, 0));
    }
}
