package io.heliograph.client.swing.search;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.common.text.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in the open conversation and goes from one place to the next, the newest first, round and round. Only
 * the answer to the last question counts. Knows no component.
 *
 * <p>Event dispatch thread only.
 */
final class FindPresenter {
    private static final int MAX_HITS = 500;
    /** Far from those of the search in all conversations. */
    private static final long FIRST_TICKET = 1_000_000_000;

    private final FindView view;
    private @Nullable Desk desk;
    private String wanted = "";
    private List<SearchHit> hits = List.of();
    private int at;
    private long ticket = FIRST_TICKET;

    FindPresenter(FindView view) {
        this.view = view;
    }

    void begin(Desk begun) {
        desk = begun;
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.SearchShown shown && shown.ticket() == ticket) {
            hits = shown.hits();
            at = -1;
            onStep(true);
        } else if (event instanceof ClientEvent.SearchRefused refused && refused.ticket() == ticket) {
            hits = List.of();
            view.showCount(SafeText.line(refused.why()));
        }
    }

    /** Asks at once; empty asks for nothing. */
    void onText(String text) {
        Desk open = desk;
        Target here = open == null ? null : open.current();
        wanted = text.strip();
        ticket++;
        hits = List.of();
        view.mark(wanted);
        view.showCount("");
        if (open != null && here != null && !wanted.isEmpty()) {
            open.submit(new ClientCommand.Search(ticket, query(here, wanted), MAX_HITS));
        }
    }

    void onStep(boolean older) {
        Desk open = desk;
        Target here = open == null ? null : open.current();
        if (open == null || here == null) {
            return;
        } else if (hits.isEmpty()) {
            view.showCount(wanted.isEmpty() ? "" : open.words().get("find.none"));
            return;
        }
        at = Math.floorMod(at + (older ? 1 : -1), hits.size());
        view.showCount(open.words().get("find.count", at + 1, hits.size()));
        open.openAt(here, hits.get(at).seq());
        view.keepFocus();
    }

    void onClose() {
        ticket++;
        hits = List.of();
        wanted = "";
        view.mark("");
    }

    /** The question for the words of {@code text} in one conversation. */
    static String query(Target where, String text) {
        return "in:\"" + where.address() + "\" \"" + text.replace('"', ' ').strip() + "\"";
    }
}
