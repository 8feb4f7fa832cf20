package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks for what did not come unasked: holes forwards, so that nothing is lost; older pages when the user wants them
 * (protocol.md 8.6).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Backfill {
    /** Fewer than the server lets a connection wait for. */
    static final int MAX_AT_ONCE = 4;

    static final long RETRY_NS = TimeUnit.SECONDS.toNanos(2);

    private final Conversations conversations;
    private final Requests requests;
    private final Consumer<ClientEvent> events;
    private final Set<Long> filling = new HashSet<>();
    private final Set<Long> paging = new HashSet<>();
    private long notBeforeNs = Long.MIN_VALUE;
    private boolean caughtUp;

    Backfill(Conversations conversations, Requests requests, Consumer<ClientEvent> events) {
        this.conversations = conversations;
        this.requests = requests;
        this.events = events;
    }

    // Commands

    void loadOlder(ClientCommand.LoadOlder command, long nowNs) {
        Conversation conversation = conversations.find(command.where());
        if (conversation == null) {
            events.accept(Desk.noConversation(command, command.where()));
            return;
        }
        long before = conversation.timeline().pagedFromSeq();
        if (before <= Math.max(1, conversation.state().firstSeq())) {
            events.accept(new ClientEvent.PageShown(conversation.where(), List.of(), false));
        } else if (paging.add(conversation.state().id())) {
            ask(command, conversation, nowNs);
        } else {
            events.accept(new ClientEvent.Refused(command, "busy", "the page before is on its way"));
        }
    }

    // Inputs

    void onConnectionLost() {
        filling.clear();
        paging.clear();
        notBeforeNs = Long.MIN_VALUE;
        caughtUp = false;
    }

    // Outputs

    /** Asks for what is missing, as much as may be asked for at once. Call after each batch of inputs while online. */
    void pump(long nowNs) {
        if (nowNs < notBeforeNs) {
            return;
        }
        for (Conversation conversation : conversations.all()) {
            long number = conversation.state().id();
            boolean may = filling.size() < MAX_AT_ONCE && !filling.contains(number);
            Timeline.Range range = may ? conversation.timeline().missing(nowNs) : null;
            if (range != null) {
                filling.add(number);
                fill(number, range, nowNs);
            }
        }
        if (!caughtUp && filling.isEmpty() && conversations.isRestored()) {
            caughtUp = true;
            events.accept(new ClientEvent.CaughtUp());
        }
    }

    long nextTimeoutNs(long nowNs) {
        if (nowNs < notBeforeNs) {
            return notBeforeNs;
        }
        long next = NanoClock.NEVER_NS;
        for (Conversation conversation : conversations.all()) {
            long timeoutNs = conversation.timeline().nextTimeoutNs();
            if (timeoutNs > nowNs) {
                next = Math.min(next, timeoutNs);
            }
        }
        return next;
    }

    // Private

    private void fill(long number, Timeline.Range range, long nowNs) {
        requests.ask(
                request -> new ClientMessage.History(
                        request, number, range.afterSeq(), range.beforeSeq(), false, Bounds.MAX_PAGE_ENTRIES),
                (answer, atNs) -> {
                    filling.remove(number);
                    Conversation conversation = conversations.find(number);
                    if (answer instanceof ServerMessage.Page page && conversation != null) {
                        conversation.onFound(range, page, atNs);
                    } else {
                        notBeforeNs = atNs + RETRY_NS;
                    }
                },
                nowNs);
    }

    private void ask(ClientCommand.LoadOlder command, Conversation conversation, long nowNs) {
        long number = conversation.state().id();
        int limit = Math.max(1, Math.min(command.count(), Bounds.MAX_PAGE_ENTRIES));
        long before = conversation.timeline().pagedFromSeq();
        requests.ask(
                command,
                request -> new ClientMessage.History(request, number, 0, before, true, limit),
                (answer, atNs) -> {
                    boolean current = conversations.find(number) == conversation;
                    if (answer instanceof ServerMessage.Page page && current) {
                        onOlder(command, conversation, page, atNs);
                    } else {
                        paging.remove(number);
                    }
                },
                nowNs);
    }

    private void onOlder(
            ClientCommand.LoadOlder command, Conversation conversation, ServerMessage.Page page, long nowNs) {
        List<ShownEntry> shown = conversation.onOlder(page, nowNs);
        if (shown.isEmpty() && page.more() && !page.entries().isEmpty()) {
            ask(command, conversation, nowNs); // a page of changes alone shows nothing
        } else {
            paging.remove(conversation.state().id());
            events.accept(new ClientEvent.PageShown(conversation.where(), shown, page.more()));
        }
    }
}
