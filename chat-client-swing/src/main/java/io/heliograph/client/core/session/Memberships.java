package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that the user wants to be in: entered after every login, until they are left, refused or taken away
 * (protocol.md 8.2).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Memberships {
    private final Map<String, Target> wanted = new LinkedHashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> entering = new HashSet<>();
    private final Conversations conversations;
    private final Postbox postbox;
    private final Requests requests;
    private final EndToEndLayer layer;
    private final Consumer<ClientEvent> events;

    Memberships(
            Conversations conversations,
            Postbox postbox,
            Requests requests,
            EndToEndLayer layer,
            Consumer<ClientEvent> events) {
        this.layer = layer;
        this.conversations = conversations;
        this.postbox = postbox;
        this.requests = requests;
        this.events = events;
    }

    // Commands

    /** The user wants to be in {@code room} from the next login on. */
    void want(Target room) {
        wanted.putIfAbsent(room.key(), room);
    }

    void join(Target room, String password, long nowNs) {
        String whyNot = room.whyNot();
        if (whyNot != null || !room.isRoom()) {
            String text = whyNot == null ? "a room's name begins with #" : whyNot;
            events.accept(new ClientEvent.JoinRefused(room, RefusalCode.ROOM_MALFORMED, text));
            return;
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_PASSWORD_BYTES) {
            events.accept(new ClientEvent.JoinRefused(room, RefusalCode.ROOM_PASSWORD, "this password is too long"));
            return;
        }
        Conversation present = conversations.find(room);
        want(room);
        if (present != null && conversations.isRestored()) {
            tellJoined(present);
        } else if (conversations.isRestored()) {
            ask(room, password, nowNs);
        }
    }

    void leave(ClientCommand.Leave command, long nowNs) {
        Target room = command.room();
        Conversation conversation = conversations.find(room);
        if (conversation != null && postbox.hasUnanswered(room)) {
            events.accept(new ClientEvent.Refused(
                    command,
                    "unsent",
                    "messages to " + room + " are still on their way: wait, or cancel them (/outbox)"));
        } else if (conversation != null) {
            long number = conversation.state().id();
            requests.ask(command, request -> new ClientMessage.Leave(request, number), this::onLeaveAnswered, nowNs);
        } else if (wanted.remove(room.key()) != null) {
            events.accept(new ClientEvent.ConversationLeft(room, LeaveCause.LEFT, "", ""));
        } else {
            events.accept(new ClientEvent.Refused(command, RefusalCode.NOT_A_MEMBER, "you are not in " + room));
        }
    }

    // Inputs

    void onWelcome(ServerMessage.Welcome welcome, long nowNs) {
        if (conversations.onWelcome(welcome)) {
            onRestored(nowNs);
        }
    }

    /** Without a request: at login, or because something has changed. */
    void onConversation(ConversationState state, long nowNs) {
        boolean restored = conversations.onConversation(state);
        tellLayer(conversations.find(state.id()), nowNs);
        if (restored) {
            onRestored(nowNs);
        }
    }

    void onLeft(ServerMessage.Left left) {
        Conversation conversation = conversations.remove(left.conversation());
        if (conversation != null) {
            forget(conversation);
            events.accept(
                    new ClientEvent.ConversationLeft(conversation.where(), left.cause(), left.by(), left.reason()));
            postbox.failAll(
                    conversation.where(), RefusalCode.NOT_A_MEMBER + ": you are no longer in " + conversation.where());
        }
    }

    /** The roll of a room says something else: whoever waited to be in it may be told. */
    void onProgress() {
        for (String key : List.copyOf(entering)) {
            Conversation conversation = conversations.findByKey(key);
            if (conversation == null) {
                entering.remove(key);
            } else if (!layer.isEntering(conversation.where())) {
                tellJoined(conversation);
            }
        }
    }

    void onConnectionLost() {
        entering.clear();
    }

    // Queries

    /** The user is in it, or will be: what is said to it waits. */
    boolean isWanted(Target room) {
        return wanted.containsKey(room.key()) || conversations.find(room) != null;
    }

    // Private

    /** All conversations of the account are known. */
    private void onRestored(long nowNs) {
        for (Conversation gone : conversations.untold()) {
            conversations.remove(gone.state().id());
            forget(gone);
            events.accept(new ClientEvent.ConversationLeft(gone.where(), LeaveCause.LEFT, "", ""));
        }
        for (Target room : List.copyOf(wanted.values())) {
            Conversation present = conversations.find(room);
            if (present == null) {
                ask(room, "", nowNs);
            } else {
                tellJoined(present);
            }
        }
    }

    private void ask(Target room, String password, long nowNs) {
        requests.ask(
                request -> new ClientMessage.Join(request, room.address(), password),
                (answer, atNs) -> onJoinAnswered(room, answer, atNs),
                nowNs);
    }

    private void onJoinAnswered(Target room, ServerMessage answer, long nowNs) {
        if (answer instanceof ServerMessage.Conversation joined) {
            Conversation conversation = conversations.onJoined(joined.state());
            if (conversation != null) {
                wanted.remove(room.key());
                want(conversation.where());
                tellLayer(conversation, nowNs);
                tellJoined(conversation);
            }
        } else if (answer instanceof ServerMessage.Refused refused) {
            wanted.remove(room.key());
            events.accept(new ClientEvent.JoinRefused(room, refused.code(), refused.text()));
            postbox.failAll(room, refused.code() + ": " + refused.text());
        }
    }

    private void onLeaveAnswered(ServerMessage answer, long nowNs) {
        if (answer instanceof ServerMessage.Left left) {
            onLeft(left);
        }
    }

    /** Told when others give keys: what is said to the room from then on can be read here. */
    private void tellJoined(Conversation conversation) {
        String key = conversation.where().key();
        if (layer.isEntering(conversation.where())) {
            entering.add(key);
            return;
        }
        entering.remove(key);
        boolean again = !entered.add(conversation.where().key());
        events.accept(new ClientEvent.Joined(
                conversation.where(), conversation.state().memberCount(), again));
    }

    /** Its keys and members come from elsewhere; what it holds is shown when they are here. */
    private void tellLayer(@Nullable Conversation conversation, long nowNs) {
        if (conversation != null) {
            layer.onConversation(conversation.where(), conversation.state(), nowNs);
            conversation.onProgress(nowNs);
        }
    }

    private void forget(Conversation conversation) {
        layer.onConversationGone(conversation.where());
        wanted.remove(conversation.where().key());
        entered.remove(conversation.where().key());
    }
}
