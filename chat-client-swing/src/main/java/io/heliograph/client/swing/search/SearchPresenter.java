package io.heliograph.client.swing.search;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for messages in everything that this machine keeps; only the answer to the last question counts. Knows no
 * component.
 *
 * <p>Event dispatch thread only.
 */
final class SearchPresenter {
    private static final int MAX_HITS = 200;
    private static final int MAX_RECENT = 8;
    private static final String RECENT = "search.recent";

    private final SearchView view;
    private final Settings settings;
    private @Nullable Desk desk;
    private String query = "";
    private long ticket;

    /** {@code firstTicket}: two that search beside each other have numbers of their own. */
    SearchPresenter(SearchView view, Settings settings, long firstTicket) {
        this.view = view;
        this.settings = settings;
        this.ticket = firstTicket;
    }

    void begin(Desk begun) {
        desk = begun;
        query = "";
    }

    /** Asks at once; empty asks for nothing. */
    void onQuery(String text) {
        Desk open = desk;
        query = text.strip();
        ticket++;
        if (open == null || query.isEmpty()) {
            view.showRecent(recent());
        } else {
            open.submit(new ClientCommand.Search(ticket, query, MAX_HITS));
        }
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.SearchShown shown && shown.ticket() == ticket && !query.isEmpty()) {
            view.showHits(shown.hits(), shown.total());
        } else if (event instanceof ClientEvent.SearchRefused refused && refused.ticket() == ticket) {
            view.showLine(SafeText.line(refused.why()));
        }
    }

    /** Goes to a message, which is not read by that. */
    void onOpen(SearchHit hit) {
        remember();
        if (desk != null) {
            desk.openAt(hit.where(), hit.seq());
        }
    }

    /** The last ones, the newest first. */
    List<String> recent() {
        String kept = settings.get().kept(RECENT);
        return kept.isEmpty() ? List.of() : List.of(kept.split("\n", -1));
    }

    private void remember() {
        String line = query.replace('\n', ' ');
        List<String> renewed = new ArrayList<>(List.of(line));
        recent().stream().filter(other -> !other.equals(line)).forEach(renewed::add);
        List<String> last = renewed.subList(0, Math.min(MAX_RECENT, renewed.size()));
        settings.change(before -> before.withKept(RECENT, String.join("\n", last)));
    }
}
