package io.heliograph.bench.load;

import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Kills a relay under load, again and again, and looks whether it has kept what it had called stored. */
public final class KillWorkload {
    private static final String ROOM = "#lab";
    private static final long LIMIT_MS = 120_000;
    private static final int SHORTEST_MS = 200;
    private static final int LONGEST_MS = 1_500;

    /** One line of figures; it says LOST or DOUBLED if there is anything of that kind. */
    public String run(int clients, int times) throws IOException {
        RelayProcess relay = RelayProcess.start();
        try (LoadLoop loop = new LoadLoop(relay.address())) {
            Crowd crowd = new Crowd(relay, loop);
            List<StubbornSpeaker> speakers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                speakers.add(crowd.connectStubborn("speaker-" + i, ROOM));
            }
            loop.beforeAllTurns(nowNs -> speakers.forEach(speaker -> speaker.talk(nowNs)));
            for (int kill = 0; kill < times; kill++) {
                await(loop, speakers);
                // The kill is to hit any moment of a commit.
                loop.runUntil(() -> false, ThreadLocalRandom.current().nextInt(SHORTEST_MS, LONGEST_MS));
                relay = relay.killAndStartAgain();
                speakers.forEach(StubbornSpeaker::onRelayKilled);
            }
            await(loop, speakers);
            loop.beforeAllTurns(nowNs -> {});
            if (!loop.runUntil(() -> speakers.stream().allMatch(s -> s.unansweredCount() == 0), LIMIT_MS)) {
                return "kill       INCOMPLETE: some lines were never answered";
            }
            return compare(speakers, readAll(loop, speakers.get(0)), times)
                    + String.format(Locale.ROOT, "; %,d datagrams found nobody", loop.refusedCount());
        } finally {
            relay.close();
        }
    }

    private static void await(LoadLoop loop, List<StubbornSpeaker> speakers) throws IOException {
        if (!loop.runUntil(() -> speakers.stream().allMatch(StubbornSpeaker::isOnline), LIMIT_MS)) {
            throw new IOException("not all clients came back");
        }
    }

    private static Map<MessageId, Integer> readAll(LoadLoop loop, StubbornSpeaker reader) throws IOException {
        Map<MessageId, Integer> counts = new HashMap<>();
        ConversationState state = reader.state();
        long id = state == null ? 1 : state.id();
        long after = 0;
        boolean more = true;
        while (more) {
            reader.askAfter(id, after, loop.nowNs());
            loop.flush(reader);
            ServerMessage.Page[] page = {null};
            if (!loop.runUntil(() -> (page[0] = reader.takePage()) != null, LIMIT_MS)) {
                throw new IOException("no page came");
            }
            for (Entry entry : page[0].entries()) {
                if (entry.kind() == EntryKind.MESSAGE && entry.id() != null) {
                    counts.merge(entry.id(), 1, Integer::sum);
                }
                after = entry.seq();
            }
            more = page[0].more();
        }
        return counts;
    }

    private static String compare(List<StubbornSpeaker> speakers, Map<MessageId, Integer> held, int times) {
        long stored = 0;
        long lost = 0;
        for (StubbornSpeaker speaker : speakers) {
            for (MessageId id : speaker.stored()) {
                stored++;
                lost += held.containsKey(id) ? 0 : 1;
            }
        }
        long doubled = held.values().stream().filter(count -> count > 1).count();
        return String.format(
                Locale.ROOT,
                "kill       %d clients, %d kills: %,d lines called stored, %,d held, %d missing, %d twice%s%s",
                speakers.size(),
                times,
                stored,
                held.size(),
                lost,
                doubled,
                lost > 0 ? " LOST" : "",
                doubled > 0 ? " DOUBLED" : "");
    }
}
