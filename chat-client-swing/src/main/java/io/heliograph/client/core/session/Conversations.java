package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
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
    private final Set<Long> told = new HashSet<>();
    private final Set<MessageId> earlier = new HashSet<>();
    private final SessionConfig config;
    private final Postbox postbox;
    private final EndToEndLayer layer;
    private final Consumer<ClientEvent> events;
    private InstanceId instance = InstanceId.NONE;
    private String reader;
    private int restoringCount;
    private boolean online;
    private boolean restoredOnce;

    Conversations(SessionConfig config, Postbox postbox, EndToEndLayer layer, Consumer<ClientEvent> events) {
        this.config = config;
        this.layer = layer;
        this.postbox = postbox;
        this.events = events;
        this.reader = config.user();
    }

    // Inputs

    void onConnectionLost() {
        online = false;
        restoringCount = 0;
        byKey.values().forEach(conversation -> conversation.marks().onConnectionLost());
    }

    /** True if all conversations of the account are known with that: there are none. */
    boolean onWelcome(ServerMessage.Welcome welcome) {
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
        restoredOnce |= restoringCount == 0;
        return restoringCount == 0;
    }

    /**
     * Without a request: at login, or because something has changed. True if all conversations of the account are
     * known with that.
     */
    boolean onConversation(ConversationState state) {
        boolean restoring = restoringCount > 0;
        told.add(state.id());
        take(state, restoring, false);
        restoringCount -= restoring ? 1 : 0;
        boolean restored = restoring && restoringCount == 0;
        restoredOnce |= restored;
        return restored;
    }

    /** The answer to a join; null if the relay speaks of something that cannot be. */
    @Nullable
    Conversation onJoined(ConversationState state) {
        told.add(state.id());
        return take(state, false, true);
    }

    /** The membership has ended; its number means nothing any more. Null if it was not known. */
    @Nullable
    Conversation remove(long number) {
        Conversation conversation = byNumber.remove(number);
        if (conversation != null) {
            byKey.remove(conversation.where().key());
        }
        return conversation;
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

    /** Those that the server did not name at the last login: the account is in them no more. */
    List<Conversation> untold() {
        return byKey.values().stream()
                .filter(conversation -> !told.contains(conversation.state().id()))
                .toList();
    }

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
    Conversation findByKey(String key) {
        return byKey.get(key);
    }

    @Nullable
    Conversation find(long number) {
        return byNumber.get(number);
    }

    Collection<Conversation> all() {
        return byKey.values();
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
        Conversation.Context context = new Conversation.Context(reader, events, postbox, earlier, layer);
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
