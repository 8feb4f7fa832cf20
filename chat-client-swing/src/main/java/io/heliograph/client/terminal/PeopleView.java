package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who there is, and what the user shows of itself. Thread-safe. */
final class PeopleView {
    private final Map<String, UserEntry> users = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private UserEntry chosen = new UserEntry("", PresenceState.ONLINE, "", 0);

    synchronized void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.UserList list) {
            users.clear();
            list.users().forEach(user -> users.put(user.name(), user));
        } else if (event instanceof ClientEvent.PresenceChanged changed) {
            users.put(changed.user().name(), changed.user());
        } else if (event instanceof ClientEvent.AccountShown shown) {
            chosen = shown.chosen();
        } else if (event instanceof ClientEvent.PresenceChosen now) {
            chosen = now.chosen();
        }
    }

    /** By name, the offline ones too. */
    synchronized List<UserEntry> all() {
        return new ArrayList<>(users.values());
    }

    synchronized List<String> names() {
        return new ArrayList<>(users.keySet());
    }

    /** What the user has chosen to show. */
    synchronized UserEntry chosen() {
        return chosen;
    }
}
