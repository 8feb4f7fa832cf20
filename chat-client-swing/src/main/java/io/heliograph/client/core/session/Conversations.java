package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conversations of the user, through every reconnect, and the rooms that the user wants to be in (protocol.md
 * 7.3, 8.1).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Conversations {
    /** Of what was said before this client started, at most so much is shown as news. */
    static final long MAX_CAUGHT_UP = 1_000;

    private static final int MAX_REFRESHED = 16;

    private final Map<Long, Conversation> byNumber = new HashMap<>();
    private final Map<String, Conversation> byKey = new LinkedHashMap<>();
    private final Map<String, Target> wanted = new LinkedHashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<Long> told = new HashSet<>();
    private final Set<MessageId> earlier = new HashSet<>();
    private final SessionConfig config;
    private final Postbox postbox;
    private final Requests requests;
    private final Consumer<ClientEvent> events;
    private InstanceId instance = InstanceId.NONE;
    private String reader;
    private int restoringCount;
    private boolean online;
    private boolean restoredOnce;

    Conversations(SessionConfig config, Postbox postbox, Requests requests, Consumer<ClientEvent> events) {
        this.config = config;
        this.postbox = postbox;
        this.requests = requests;
        this.events = events;
        this.reader = config.user();
        config.rooms().forEach(this::want);
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
        Conversation present = find(room);
        want(room);
        if (present != null && isRestored()) {
            tellJoined(present);
        } else if (isRestored()) {
            ask(room, password, nowNs);
        }
    }

    void leave(ClientCommand.Leave command, long nowNs) {
        Target room = command.room();
        Conversation conversation = find(room);
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

    void onConnectionLost() {
        online = false;
        restoringCount = 0;
        byKey.values().forEach(conversation -> conversation.marks().onConnectionLost());
    }

    void onWelcome(ServerMessage.Welcome welcome, long nowNs) {
        reader = welcome.name();
        if (!welcome.instance().equals(instance)) {
            if (!instance.isNone()) {
                forgetNumbers();
            }
            instance = welcome.instance();
        }
        online = true;
        told.clear();
        restoringCount = welcome.conversationCount();
        if (restoringCount == 0) {
            onRestored(nowNs);
        }
    }

    /** Without a request: at login, or because something has changed. */
    void onConversation(ConversationState state, long nowNs) {
        boolean restoring = restoringCount > 0;
        told.add(state.id());
        take(state, restoring, false);
        if (restoring) {
            restoringCount--;
            if (restoringCount == 0) {
                onRestored(nowNs);
            }
        }
    }

    void onLeft(ServerMessage.Left left) {
        Conversation conversation = byNumber.get(left.conversation());
        if (conversation != null) {
            remove(conversation);
            events.accept(
                    new ClientEvent.ConversationLeft(conversation.where(), left.cause(), left.by(), left.reason()));
            postbox.failAll(
                    conversation.where(), RefusalCode.NOT_A_MEMBER + ": you are no longer in " + conversation.where());
        }
    }

    // Outputs

    void sendMarks(ServerLink link, long nowNs) {
        for (Conversation conversation : byKey.values()) {
            send(link, conversation.marks().poll(conversation.state().id(), nowNs), nowNs);
        }
    }

    /** Whatever was said a moment ago: there will be no later one. */
    void sendLastMarks(ServerLink link, long nowNs) {
        for (Conversation conversation : byKey.values()) {
            send(link, conversation.marks().pollLast(conversation.state().id()), nowNs);
        }
    }

    long nextTimeoutNs() {
        long next = NanoClock.NEVER_NS;
        for (Conversation conversation : byKey.values()) {
            next = Math.min(next, conversation.marks().nextTimeoutNs());
        }
        return next;
    }

    // Queries

    /** Those in which others may have read on while this client was away. */
    List<Conversation> waitingForReceipts() {
        return byKey.values().stream()
                .filter(Conversation::waitsForReceipts)
                .limit(MAX_REFRESHED)
                .toList();
    }

    @Nullable
    Conversation find(Target where) {
        return byKey.get(where.key());
    }

    @Nullable
    Conversation find(long number) {
        return byNumber.get(number);
    }

    Collection<Conversation> all() {
        return byKey.values();
    }

    /** The user is in it, or will be: what is said to it waits. */
    boolean isWanted(Target room) {
        return wanted.containsKey(room.key()) || byKey.containsKey(room.key());
    }

    /** The relay takes postings to it on the connection that stands. */
    boolean isOpen(Target to) {
        return isRestored() && (!to.isRoom() || byKey.containsKey(to.key()));
    }

    /** All conversations of the account are known on the connection that stands. */
    boolean isRestored() {
        return online && restoringCount == 0;
    }

    /** Null for a name that no conversation can have: the relay is not believed in everything. */
    static @Nullable Target targetOf(ConversationState state) {
        Target target = Target.parse(state.name());
        return target != null && target.isRoom() == (state.kind() == ConversationKind.ROOM) ? target : null;
    }

    // Private

    private static void send(ServerLink link, ClientMessage.@Nullable Marks marks, long nowNs) {
        if (marks != null) {
            link.send(MessageCodec.encode(marks), nowNs);
        }
    }

    /** Null if the relay speaks of something that cannot be. */
    private @Nullable Conversation take(ConversationState state, boolean anew, boolean joined) {
        Conversation known = byNumber.get(state.id());
        if (known != null) {
            known.onState(state, anew);
            return known;
        }
        Target where = targetOf(state);
        if (where == null || state.nextSeq() < 1) {
            return null;
        }
        Conversation replaced = byKey.remove(where.key());
        if (replaced != null) {
            byNumber.remove(replaced.state().id());
        }
        long frontierSeq = frontierOf(state, where, anew, joined);
        Conversation.Context context = new Conversation.Context(reader, events, postbox, earlier);
        Conversation made = new Conversation(
                where, state, context, frontierSeq, config.autoRead().covers(where));
        byNumber.put(state.id(), made);
        byKey.put(where.key(), made);
        made.onState(state, anew);
        if (frontierSeq > state.readSeq() && frontierSeq < state.nextSeq() - 1) {
            events.accept(new ClientEvent.GapShown(where, state.readSeq() + 1, frontierSeq, true));
        }
        return made;
    }

    /** What is behind it is shown as news: a face without a person gets what was said to it while it was away. */
    private long frontierOf(ConversationState state, Target where, boolean atLogin, boolean joined) {
        long lastSeq = state.nextSeq() - 1;
        // Begun by somebody else while this client was running: nothing of it was ever shown.
        boolean begunMeanwhile = (restoredOnce || !atLogin) && state.kind() == ConversationKind.DIRECT;
        boolean isNews = !joined && (begunMeanwhile || config.autoRead().covers(where));
        return isNews && state.unreadCount() > 0
                ? Math.min(lastSeq, Math.max(state.readSeq(), lastSeq - MAX_CAUGHT_UP))
                : lastSeq;
    }

    /** All conversations of the account are known. */
    private void onRestored(long nowNs) {
        restoredOnce = true;
        for (Conversation conversation : List.copyOf(byKey.values())) {
            if (!told.contains(conversation.state().id())) {
                remove(conversation);
                events.accept(new ClientEvent.ConversationLeft(conversation.where(), LeaveCause.LEFT, "", ""));
            }
        }
        for (Target room : List.copyOf(wanted.values())) {
            Conversation present = find(room);
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
                (answer, atNs) -> onJoinAnswered(room, answer),
                nowNs);
    }

    private void onJoinAnswered(Target room, ServerMessage answer) {
        if (answer instanceof ServerMessage.Conversation joined) {
            told.add(joined.state().id());
            Conversation conversation = take(joined.state(), false, true);
            if (conversation != null) {
                wanted.remove(room.key());
                want(conversation.where());
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

    private void tellJoined(Conversation conversation) {
        boolean again = !entered.add(conversation.where().key());
        events.accept(new ClientEvent.Joined(
                conversation.where(), conversation.state().memberCount(), again));
    }

    private void remove(Conversation conversation) {
        byNumber.remove(conversation.state().id());
        byKey.remove(conversation.where().key());
        wanted.remove(conversation.where().key());
        entered.remove(conversation.where().key());
    }

    /** Another history: what was shown stays shown, and must not be shown again under other numbers. */
    private void forgetNumbers() {
        earlier.clear();
        for (Conversation conversation : byKey.values()) {
            List<Line> lines = new ArrayList<>(conversation.timeline().log().all());
            for (Line line : lines) {
                MessageId id = line.id();
                if (id != null) {
                    earlier.add(id);
                }
            }
        }
        byNumber.clear();
        byKey.clear();
        events.accept(new ClientEvent.HistoryReset());
    }
}
