package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found last, by the numbers under which it was shown. Thread-safe. */
final class SearchView {
    private List<SearchHit> hits = List.of();
    private long ticket;

    /** For a new search. */
    synchronized long nextTicket() {
        return ++ticket;
    }

    synchronized void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.SearchShown shown && shown.ticket() == ticket) {
            hits = shown.hits();
        }
    }

    /** The first is number 1; null if there is none of that number. */
    synchronized @Nullable SearchHit hit(int number) {
        return number >= 1 && number <= hits.size() ? hits.get(number - 1) : null;
    }

    synchronized int count() {
        return hits.size();
    }
}
