package io.heliograph.client.swing.search;

import io.heliograph.client.core.SearchHit;
import java.util.List;

/** Where results are shown. Event dispatch thread only. */
interface SearchView {
    /** The newest first; {@code total}: how many there are in all. */
    void showHits(List<SearchHit> hits, int total);

    /** Why there are none, or how to ask; in place of hits. */
    void showLine(String line);

    /** What was looked for before; shown while nothing is. */
    void showRecent(List<String> queries);
}
