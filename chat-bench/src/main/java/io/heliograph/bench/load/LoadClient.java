package io.heliograph.bench.load;

import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.connection.EndpointEvent;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One simulated user: logs in, joins a room, posts, counts what arrives. Not thread-safe; owned by its loop. */
final class LoadClient implements LoopClient {
    private static final int CLOSE_BYE = 0;

    private final String name;
    private final String room;
    private final LoadDevice device;
    private final Arrivals arrivals;
    private final List<String> refusals = new ArrayList<>();
    private ClientMessage.Secrets secrets = ClientMessage.Secrets.NONE;
    private @Nullable ConversationState state;
    private ServerMessage.@Nullable Page page;
    private boolean leaving;
    private long answeredCount;

    LoadClient(String name, String room, LoadDevice device, Arrivals arrivals) {
        this.name = name;
        this.room = room;
        this.device = device;
        this.arrivals = arrivals;
    }

    /** Told of each line that arrives. */
    @FunctionalInterface
    interface Arrivals {
        void onLine(Bytes body);
    }

    @Override
    public ClientEndpoint endpoint() {
        return device.endpoint();
    }

    boolean isJoined() {
        return state != null;
    }

    /** What the relay last told of the room; null before it did. */
    @Nullable
    ConversationState state() {
        return state;
    }

    /** The last page that arrived; null before one did. */
    ServerMessage.@Nullable Page page() {
        return page;
    }

    /** What the relay refused, in its words. */
    List<String> refusals() {
        return refusals;
    }

    /** Says goodbye. */
    void leave(long nowNs) {
        leaving = true;
        device.endpoint().close(CLOSE_BYE, "bye", nowNs);
    }

    /** The same device, as it comes back later with another connection; {@code fresh} is its endpoint. */
    LoadClient again(ClientEndpoint fresh) {
        return new LoadClient(name, room, device.on(fresh), arrivals);
    }

    /** Shown at the next login. */
    void showPassword(String password) {
        secrets = new ClientMessage.Secrets("", password, "", "");
    }

    void askNewest(ConversationState of, int limit, long nowNs) {
        page = null;
        device.say(new ClientMessage.History(2, of.id(), 0, of.nextSeq(), true, limit), nowNs);
    }

    /** Posts that the relay has answered. */
    long answeredCount() {
        return answeredCount;
    }

    void post(Bytes body, long nowNs) {
        device.say(new ClientMessage.Post(device.newId(), room, EntryKind.MESSAGE, 0, body), nowNs);
    }

    @Override
    public void drainEvents(long nowNs) {
        ClientEndpoint endpoint = device.endpoint();
        for (EndpointEvent event = endpoint.pollEvent(); event != null; event = endpoint.pollEvent()) {
            if (event instanceof EndpointEvent.KeysWanted) {
                device.provideKeys(nowNs);
            } else if (event instanceof EndpointEvent.Established established) {
                device.logIn(established.exporter(), name, secrets, nowNs);
            } else if (event instanceof EndpointEvent.Received received) {
                onMessage(received.message(), nowNs);
            } else if (event instanceof EndpointEvent.Closed closed && !leaving) {
                throw new IllegalStateException(name + " was closed: " + closed.reason());
            } else if (event instanceof EndpointEvent.AttemptFailed) {
                endpoint.connect(nowNs);
            }
        }
    }

    private void onMessage(Bytes octets, long nowNs) {
        ServerMessage message = LoadDevice.read(octets);
        if (message instanceof ServerMessage.Appended appended) {
            Entry entry = appended.entry();
            if (entry.kind() == EntryKind.MESSAGE) {
                arrivals.onLine(entry.body());
            }
        } else if (message instanceof ServerMessage.Posted) {
            answeredCount++;
        } else if (message instanceof ServerMessage.Conversation told) {
            state = told.state();
        } else if (message instanceof ServerMessage.Page arrived) {
            page = arrived;
        } else if (message instanceof ServerMessage.Welcome welcome && welcome.conversationCount() == 0) {
            device.say(new ClientMessage.Join(1, room, ""), nowNs);
        } else if (message instanceof ServerMessage.Refused refused) {
            refusals.add(refused.text());
        }
    }
}
