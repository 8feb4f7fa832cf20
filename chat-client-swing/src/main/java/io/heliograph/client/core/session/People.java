package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.UserEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Who is here, and who is typing.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class People {
    /** protocol.md 8.8. */
    private static final long TYPING_EVERY_NS = TimeUnit.SECONDS.toNanos(3);
    /** Chosen by us: more users than a server has; a bound for what a relay may say. */
    private static final int MAX_USERS = 100_000;

    private final ServerLink link;
    private final Consumer<ClientEvent> events;
    private final List<UserEntry> pages = new ArrayList<>();
    private final Map<String, Long> typingSentNs = new HashMap<>();

    People(ServerLink link, Consumer<ClientEvent> events) {
        this.link = link;
        this.events = events;
    }

    void onConnectionLost() {
        pages.clear();
        typingSentNs.clear();
    }

    /** Tells that the user is typing, no more often than it may be told. */
    void tellTyping(Target to, long nowNs) {
        Long lastNs = typingSentNs.get(to.key());
        if ((lastNs == null || nowNs - lastNs >= TYPING_EVERY_NS) && to.whyNot() == null) {
            typingSentNs.put(to.key(), nowNs);
            link.sendDatagram(MessageCodec.encode(new ClientMessage.Typing(to.address())));
        }
    }

    /** protocol.md 7.3: a list replaces the older one when its last page is there. */
    void onUsers(ServerMessage.Users page) {
        if (pages.size() < MAX_USERS) {
            pages.addAll(page.users());
        }
        if (!page.more()) {
            events.accept(new ClientEvent.UserList(pages));
            pages.clear();
        }
    }

    void onPresence(ServerMessage.Presence presence) {
        presence.users().forEach(user -> events.accept(new ClientEvent.PresenceChanged(user)));
    }

    void onTyping(ServerMessage.Typing typing) {
        Target to = Target.parse(typing.to());
        if (to != null) {
            events.accept(new ClientEvent.TypingShown(typing.from(), to.isRoom() ? to : Target.user(typing.from())));
        }
    }
}
