package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.e2e.RelayRequests;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and is not answered, on the connection that stands.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Requests implements RelayRequests {
    private record Open(@Nullable ClientCommand command, Answer answer) {}

    private final ServerLink link;
    private final Consumer<ClientEvent> events;
    private final Map<Integer, Open> open = new HashMap<>();
    private boolean online;
    private int lastRequest;

    Requests(ServerLink link, Consumer<ClientEvent> events) {
        this.link = link;
        this.events = events;
    }

    void onOnline() {
        online = true;
    }

    /** Nobody will answer any more. What the user asked for is said to have failed; the rest is asked for again. */
    void onConnectionLost() {
        online = false;
        List<Open> lost = new ArrayList<>(open.values());
        open.clear();
        for (Open request : lost) {
            ClientCommand command = request.command();
            if (command != null) {
                events.accept(new ClientEvent.Refused(
                        command, "offline", "the connection was lost before the server answered: try again"));
            }
        }
    }

    /** Asks for something that this client needs for itself; nothing happens while there is no connection. */
    @Override
    public void ask(IntFunction<ClientMessage> message, Answer answer, long nowNs) {
        send(message, new Open(null, answer), nowNs);
    }

    @Override
    public void say(ClientMessage message, long nowNs) {
        if (online) {
            link.send(MessageCodec.encode(message), nowNs);
        }
    }

    /** Asks for something that the user wants, who is told if it is refused. */
    void ask(ClientCommand command, IntFunction<ClientMessage> message, Answer answer, long nowNs) {
        if (!online) {
            events.accept(
                    new ClientEvent.Refused(command, "offline", "not connected: try again when the client is online"));
            return;
        }
        send(message, new Open(command, answer), nowNs);
    }

    /** The same for a request whose answer says no more than that it was done. */
    void askDone(ClientCommand command, IntFunction<ClientMessage> message, long nowNs) {
        Answer answer = (said, atNs) -> {
            if (!(said instanceof ServerMessage.Refused)) {
                events.accept(new ClientEvent.Done(command));
            }
        };
        ask(command, message, answer, nowNs);
    }

    /** False if nobody asked. */
    boolean onAnswer(int request, ServerMessage message, long nowNs) {
        boolean more = message instanceof ServerMessage.FileData data && !data.last();
        Open asked = more ? open.get(request) : open.remove(request);
        if (asked == null) {
            return false;
        }
        ClientCommand command = asked.command();
        if (command != null && message instanceof ServerMessage.Refused refused) {
            events.accept(new ClientEvent.Refused(command, refused.code(), refused.text()));
        }
        asked.answer().on(message, nowNs);
        return true;
    }

    private void send(IntFunction<ClientMessage> message, Open asked, long nowNs) {
        if (!online) {
            return;
        }
        int request = lastRequest == Integer.MAX_VALUE ? 1 : lastRequest + 1;
        try {
            link.send(MessageCodec.encode(message.apply(request)), nowNs);
            lastRequest = request;
            open.put(request, asked);
        } catch (IllegalArgumentException outOfBounds) {
            // What a face hands in may be anything; a message checks its own bounds.
            ClientCommand command = asked.command();
            if (command != null) {
                events.accept(new ClientEvent.Refused(
                        command, RefusalCode.BAD_VALUE, "this cannot be asked: " + outOfBounds.getMessage()));
            }
        }
    }
}
