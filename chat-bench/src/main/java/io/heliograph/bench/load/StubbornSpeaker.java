package io.heliograph.bench.load;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.connection.EndpointEvent;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user who goes on talking whatever happens to the relay: keeps what is not answered, comes back, says it again with
 * the same id. Not thread-safe; owned by its loop.
 */
final class StubbornSpeaker implements LoopClient {
    private static final int MAX_UNANSWERED = 16;

    private final String name;
    private final String room;
    private final LoadDevice device;
    private final Map<MessageId, ClientMessage> unanswered = new LinkedHashMap<>();
    private final Set<MessageId> stored = new LinkedHashSet<>();
    private @Nullable ConversationState state;
    private ServerMessage.@Nullable Page page;
    private boolean online;

    StubbornSpeaker(String name, String room, LoadDevice device) {
        this.name = name;
        this.room = room;
        this.device = device;
    }

    @Override
    public ClientEndpoint endpoint() {
        return device.endpoint();
    }

    boolean isOnline() {
        return online;
    }

    /** The relay was killed: whatever this client still believes. */
    void onRelayKilled() {
        online = false;
    }

    /** What the relay has called stored. */
    Set<MessageId> stored() {
        return stored;
    }

    int unansweredCount() {
        return unanswered.size();
    }

    @Nullable
    ConversationState state() {
        return state;
    }

    ServerMessage.@Nullable Page takePage() {
        ServerMessage.Page taken = page;
        page = null;
        return taken;
    }

    /** Says another line if not too many wait for their answer. */
    void talk(long nowNs) {
        if (online && unanswered.size() < MAX_UNANSWERED) {
            MessageId id = device.newId();
            Bytes body = MessageCodec.encode(new Body.Text(name + " says " + id, 0));
            ClientMessage post = new ClientMessage.Post(id, room, EntryKind.MESSAGE, 0, body);
            unanswered.put(id, post);
            device.say(post, nowNs);
        }
    }

    void askAfter(long conversation, long seq, long nowNs) {
        device.say(new ClientMessage.History(1, conversation, seq, 0, false, 200), nowNs);
    }

    @Override
    public void drainEvents(long nowNs) {
        ClientEndpoint endpoint = device.endpoint();
        for (EndpointEvent event = endpoint.pollEvent(); event != null; event = endpoint.pollEvent()) {
            if (event instanceof EndpointEvent.KeysWanted) {
                device.provideKeys(nowNs);
            } else if (event instanceof EndpointEvent.Established established) {
                online = false;
                device.logIn(established.exporter(), name, ClientMessage.Secrets.NONE, nowNs);
            } else if (event instanceof EndpointEvent.Received received) {
                onMessage(received.message(), nowNs);
            } else if (event instanceof EndpointEvent.AttemptFailed || event instanceof EndpointEvent.Closed) {
                online = false;
                endpoint.connect(nowNs);
            }
        }
    }

    private void onMessage(Bytes octets, long nowNs) {
        ServerMessage message = LoadDevice.read(octets);
        if (message instanceof ServerMessage.Welcome welcome && welcome.conversationCount() == 0) {
            device.say(new ClientMessage.Join(1, room, ""), nowNs);
        } else if (message instanceof ServerMessage.Conversation told) {
            state = told.state();
            online = true;
            unanswered.values().forEach(post -> device.say(post, nowNs));
        } else if (message instanceof ServerMessage.Posted posted) {
            unanswered.remove(posted.id());
            stored.add(posted.id());
        } else if (message instanceof ServerMessage.Page arrived) {
            page = arrived;
        } else if (message instanceof ServerMessage.Rejected rejected) {
            throw new IllegalStateException(name + " was rejected: " + rejected.text());
        }
    }
}
