package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import java.util.HashMap;
import java.util.Map;

/** What is begun for each conversation, here or on other devices. Thread-safe. */
final class DraftsView {
    private final Map<String, String> drafts = new HashMap<>();

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.DraftChanged changed) {
            set(changed.where(), changed.text());
        }
    }

    /** Empty for nothing. */
    synchronized String of(Target where) {
        return drafts.getOrDefault(where.key(), "");
    }

    synchronized void set(Target where, String text) {
        if (text.isEmpty()) {
            drafts.remove(where.key());
        } else {
            drafts.put(where.key(), text);
        }
    }
}
