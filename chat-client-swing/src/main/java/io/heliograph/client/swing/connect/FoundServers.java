package io.heliograph.client.swing.connect;

import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.KnownServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The servers of the local network, one card for each identity, with what is known of its key.
 *
 * <p>Event dispatch thread only; knows no component.
 */
final class FoundServers {
    /** Anybody on the network may answer as anybody, as often as they like. */
    static final int MAX_SERVERS = 50;

    private final ConnectView view;
    private final ServerFinder finder;
    private final Supplier<DesktopSettings> settings;
    private final Map<String, ServerCard> found = new LinkedHashMap<>();
    private boolean searching;

    FoundServers(ConnectView view, ServerFinder finder, Supplier<DesktopSettings> settings) {
        this.view = view;
        this.finder = finder;
        this.settings = settings;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Looks around, unless that is going on. */
    void search() {
        if (!searching) {
            searching = true;
            show();
            finder.search(this::onFound, this::onSearched);
        }
    }

    private void onFound(ServerCard card) {
        if (found.size() >= MAX_SERVERS && !found.containsKey(card.fingerprint())) {
            return;
        }
        KnownServer known = settings.get().server(card.address());
        ServerCard.KeyStatus status = ServerCard.KeyStatus.NEW;
        if (known != null) {
            boolean same = known.fingerprint().equals(card.fingerprint());
            status = same ? ServerCard.KeyStatus.KNOWN : ServerCard.KeyStatus.CHANGED;
        }
        ServerCard shown = card.with(status, known == null ? "" : known.user());
        // One server answers from each of its addresses; what others can reach is worth more than loopback.
        found.merge(card.fingerprint(), shown, (before, now) -> now.address().startsWith("127.") ? before : now);
        show();
    }

    private void onSearched() {
        searching = false;
        show();
    }

    private void show() {
        view.showServers(new ArrayList<>(found.values()), searching);
    }
}
