package io.heliograph.client.core.search;

import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every message of the history as it stands now, in memory, the newest found first.
 *
 * <p>A search looks at each message: 100,000 lines take a few hundredths of a second, and no word is too short. Not
 * thread-safe; owned by the thread that answers from the history.
 */
public final class SearchIndex {
    private static final Comparator<Saying> BY_TIME = Comparator.comparingLong(
                    (Saying saying) -> saying.entry().timeMs())
            .thenComparingLong(saying -> saying.entry().seq());

    /**
     * Where a conversation is.
     *
     * @param where as it was written last
     */
    public record Place(InstanceId instance, long conversation, Target where) {}

    private record Key(InstanceId instance, long conversation, long seq) {}

    /** What was found: the newest hits, and how many there are in all. Or why nothing can be looked for. */
    public record Found(List<SearchHit> hits, int total, String whyNot) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    private final Folding folding = new Folding();
    private final History history;
    private final ZoneId zone;
    private final List<Saying> byTime = new ArrayList<>();
    private final Map<Key, Saying> byKey = new HashMap<>();
    private final Map<Key, List<HistoryEntry>> early = new HashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, String> nameKeys = new HashMap<>();
    private int position;
    private boolean sorted = true;

    public SearchIndex(History history, ZoneId zone) {
        this.history = history;
        this.zone = zone;
    }

    /** Takes in what was added to the history since the last call. */
    public void catchUp() {
        List<HistoryEntry> added = history.addedFrom(position);
        position += added.size();
        added.forEach(this::take);
        if (!sorted) {
            byTime.sort(BY_TIME);
            sorted = true;
        }
    }

    /** The newest {@code limit} messages that hold what {@code query} asks for. */
    public Found search(String query, int limit) {
        QueryParser.Parsed parsed = QueryParser.parse(query, zone, folding);
        SearchQuery wanted = parsed.query();
        if (wanted == null) {
            return new Found(List.of(), 0, parsed.whyNot());
        }
        catchUp();
        List<SearchHit> hits = new ArrayList<>();
        int total = 0;
        for (int index = byTime.size() - 1; index >= 0; index--) {
            Saying saying = byTime.get(index);
            if (saying.isThere() && wanted.matches(saying)) {
                total++;
                if (hits.size() < limit) {
                    hits.add(hit(saying, wanted));
                }
            }
        }
        return new Found(hits, total, "");
    }

    /** The conversations of the history, each with a name of its own, in the order in which they were met. */
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    /** Where {@code seq} of a conversation is: of several with that name the one that was met last. */
    public @Nullable Place placeOf(Target where, long seq) {
        Place found = null;
        for (Place place : places.values()) {
            boolean named = place.where().key().equals(where.key());
            if (named && byKey.containsKey(new Key(place.instance(), place.conversation(), seq))) {
                found = place;
            }
        }
        return found;
    }

    /** The first message of a conversation that was said at {@code timeMs} or later; 0 if none was. */
    public long firstSince(Target where, long timeMs) {
        for (Saying saying : byTime) {
            boolean late = saying.entry().timeMs() >= timeMs;
            if (late && saying.isThere() && saying.where().key().equals(where.key())) {
                return saying.entry().seq();
            }
        }
        return 0;
    }

    private void take(HistoryEntry entry) {
        if (entry.kind() == EntryKind.MESSAGE) {
            places.put(
                    entry.instance() + " " + entry.conversation(),
                    new Place(entry.instance(), entry.conversation(), entry.where()));
            takeMessage(entry);
        } else if (entry.accepted() && (entry.kind() == EntryKind.EDIT || entry.kind() == EntryKind.DELETE)) {
            Key about = new Key(entry.instance(), entry.conversation(), entry.refSeq());
            Saying saying = byKey.get(about);
            if (saying != null) {
                saying.amend(entry);
            }
            early.computeIfAbsent(about, key -> new ArrayList<>(1)).add(entry);
        }
    }

    private void takeMessage(HistoryEntry entry) {
        Key key = new Key(entry.instance(), entry.conversation(), entry.seq());
        String fromKey = nameKeys.computeIfAbsent(
                entry.from(), name -> name.isEmpty() ? "" : Target.user(name).key());
        Saying saying = new Saying(entry, fromKey, folding);
        early.getOrDefault(key, List.of()).forEach(saying::amend);
        Saying before = byKey.put(key, saying);
        if (before != null) {
            byTime.remove(before); // accepted now, or deleted; rare
        }
        sorted = sorted && (byTime.isEmpty() || BY_TIME.compare(byTime.get(byTime.size() - 1), saying) <= 0);
        byTime.add(saying);
    }

    private SearchHit hit(Saying saying, SearchQuery query) {
        HistoryEntry entry = saying.entry();
        return new SearchHit(
                entry.where(),
                entry.seq(),
                entry.from(),
                entry.own(),
                entry.timeMs(),
                saying.text(),
                query.marks(saying.text(), folding));
    }
}
