package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a user's client is, without its face and its socket: commands and what the connection reports go in, events
 * come out.
 *
 * <p>After each batch of inputs call {@link #flush}, then drain {@link #pollEvent}. Not thread-safe; owned by the
 * client's loop.
 */
public final class ClientSession {
    private static final int LOGIN_REQUEST = 0;
    /** protocol.md 8.4. */
    private static final long TYPING_EVERY_NS = TimeUnit.SECONDS.toNanos(3);

    private final SessionConfig config;
    private final LongSupplier wallClockMs;
    private final Queue<ClientEvent> events = new ArrayDeque<>();
    private final RoomBook rooms = new RoomBook();
    private final Map<String, Long> typingSentNs = new HashMap<>();
    private final ServerLink link;
    private final Entry entry;
    private final Postbox postbox;
    private final Inbound inbound;
    private final QualityReports quality = new QualityReports();
    private boolean ended;

    public ClientSession(
            SessionConfig config,
            ServerLink link,
            OutboxStore store,
            TrustStore trust,
            RandomSource random,
            LongSupplier wallClockMs) {
        this.config = config;
        this.link = link;
        this.wallClockMs = wallClockMs;
        this.postbox = new Postbox(store, events::add);
        this.inbound = new Inbound(rooms, events::add);
        this.entry = new Entry(config, link, rooms, trust, new ReconnectPolicy(random), events::add);
    }

    // Commands

    /** Shows what is left of an earlier run, and connects. */
    public void start(long nowNs) {
        config.rooms().forEach(rooms::add);
        postbox.restore(config.user()).forEach(rooms::add);
        entry.connect(nowNs);
    }

    public void execute(ClientCommand command, long nowNs) {
        if (command instanceof ClientCommand.Say say) {
            say(say);
        } else if (command instanceof ClientCommand.Join join) {
            join(join.room(), nowNs);
        } else if (command instanceof ClientCommand.Leave leave) {
            leave(leave.room(), nowNs);
        } else if (command instanceof ClientCommand.Typing typing) {
            typing(typing.to(), nowNs);
        } else if (command instanceof ClientCommand.Admin admin) {
            admin(admin.line(), nowNs);
        } else if (command instanceof ClientCommand.Trust trust) {
            entry.answerTrust(trust.yes(), nowNs);
        } else if (command instanceof ClientCommand.Cancel cancel) {
            postbox.cancel(cancel.id());
        } else if (command instanceof ClientCommand.Reconnect) {
            forgetConnection();
            entry.reconnect(nowNs);
        } else if (command instanceof ClientCommand.Disconnect) {
            forgetConnection();
            entry.disconnect("you disconnected", nowNs);
        } else if (command instanceof ClientCommand.Quit) {
            quit(nowNs);
        } else {
            throw new AssertionError("unhandled: " + command);
        }
    }

    // Inputs

    /** The link may have something to report. */
    public void onLinkActivity(long nowNs) {
        LinkEvent event = link.pollEvent();
        while (event != null) {
            if (event instanceof LinkEvent.Received received) {
                onReceived(received.message(), nowNs);
            } else {
                if (event instanceof LinkEvent.Established || event instanceof LinkEvent.Closed) {
                    forgetConnection();
                }
                entry.onLinkEvent(event, nowNs);
            }
            event = link.pollEvent();
        }
    }

    public void onTimeout(long nowNs) {
        entry.onTimeout(nowNs);
    }

    // Outputs

    /** Call once after each batch of inputs: makes durable what was said, then hands over what may go. */
    public void flush(long nowNs) {
        postbox.flush();
        if (entry.isOnline()) {
            postbox.pump(link, to -> !to.isRoom() || rooms.isJoined(to), nowNs);
            ClientEvent report = quality.poll(link, nowNs);
            if (report != null) {
                events.add(report);
            }
        }
    }

    public @Nullable ClientEvent pollEvent() {
        return events.poll();
    }

    public long nextTimeoutNs(long nowNs) {
        long next = entry.nextTimeoutNs();
        return entry.isOnline()
                ? Math.min(next, Math.min(postbox.nextTimeoutNs(nowNs), quality.nextTimeoutNs()))
                : next;
    }

    // Queries

    /** Nothing will happen any more. */
    public boolean hasEnded() {
        return ended;
    }

    /** Own messages that the relay has not answered. */
    public int unansweredCount() {
        return postbox.unansweredCount();
    }

    // Private: commands

    private void say(ClientCommand.Say say) {
        String whyNot = say.to().whyNot();
        if (whyNot != null) {
            postbox.refuse(say.id(), RefusalCode.MALFORMED, whyNot);
        } else if (say.to().isRoom() && rooms.find(say.to()) == null) {
            String text = "you are not in " + say.to() + ": join it first";
            postbox.refuse(say.id(), RefusalCode.NOT_A_MEMBER, text);
        } else {
            Membership room = say.to().isRoom() ? rooms.find(say.to()) : null;
            Target to = room == null ? say.to() : room.room();
            postbox.say(say.id(), to, say.text(), entry.userName(), wallClockMs.getAsLong());
        }
    }

    private void join(Target room, long nowNs) {
        String whyNot = room.whyNot();
        if (whyNot != null) {
            events.add(new ClientEvent.JoinRefused(room, RefusalCode.ROOM_MALFORMED, whyNot));
        } else if (rooms.add(room)) {
            Membership added = rooms.find(room);
            if (entry.isOnline() && added != null) {
                send(rooms.join(added), nowNs);
            }
        } else {
            Membership present = rooms.find(room);
            if (present != null && present.isJoined()) {
                events.add(new ClientEvent.Joined(present.room(), present.members(), true));
            }
        }
    }

    private void leave(Target room, long nowNs) {
        Membership membership = rooms.find(room);
        if (membership == null) {
            events.add(new ClientEvent.Problem(RefusalCode.NOT_A_MEMBER, "you are not in " + room));
        } else if (postbox.hasUnanswered(room)) {
            events.add(new ClientEvent.Problem(
                    "unsent", "messages to " + room + " are still on their way: wait, or cancel them (/outbox)"));
        } else if (entry.isOnline()) {
            send(rooms.leave(membership.room()), nowNs);
        } else {
            rooms.remove(room);
            events.add(new ClientEvent.Left(membership.room()));
        }
    }

    private void typing(Target to, long nowNs) {
        Long lastNs = typingSentNs.get(to.key());
        boolean mayTell = lastNs == null || nowNs - lastNs >= TYPING_EVERY_NS;
        if (entry.isOnline() && mayTell && to.whyNot() == null) {
            typingSentNs.put(to.key(), nowNs);
            link.sendDatagram(MessageCodec.encode(new ClientMessage.Typing(to.address())));
        }
    }

    private void admin(String line, long nowNs) {
        if (!entry.isOnline()) {
            events.add(new ClientEvent.Problem("offline", "not connected: try again when the client is online"));
        } else if (line.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_ADMIN_LINE_BYTES) {
            events.add(new ClientEvent.Problem(
                    RefusalCode.TOO_LONG, "a command has at most " + Bounds.MAX_ADMIN_LINE_BYTES + " bytes"));
        } else {
            send(new ClientMessage.Admin(rooms.nextRequest(), line), nowNs);
        }
    }

    private void quit(long nowNs) {
        if (!ended) {
            ended = true;
            entry.leave(nowNs);
            events.add(new ClientEvent.Ended());
        }
    }

    // Private: what the relay says

    private void onReceived(Bytes octets, long nowNs) {
        try {
            ServerMessage message = MessageCodec.decodeServer(octets);
            if (message != null && !inbound.onMessage(message, nowNs)) {
                onAnswer(message, nowNs);
            }
        } catch (MalformedException e) {
            // protocol.md 6: a relay that breaks the protocol is left; the reason is ours and holds nothing of its
            // text.
            forgetConnection();
            entry.onBrokenProtocol(nowNs);
        }
    }

    private void onAnswer(ServerMessage message, long nowNs) {
        if (message instanceof ServerMessage.Welcome welcome) {
            onWelcome(welcome, nowNs);
        } else if (message instanceof ServerMessage.Refused refused) {
            onRefused(refused, nowNs);
        } else if (message instanceof ServerMessage.Joined joined) {
            onJoined(joined);
        } else if (message instanceof ServerMessage.Left left) {
            onLeft(left);
        } else if (message instanceof ServerMessage.Posted posted) {
            postbox.onPosted(posted);
        } else if (message instanceof ServerMessage.Rejected rejected) {
            postbox.onRejected(rejected, nowNs);
        } else {
            throw new AssertionError("unhandled: " + message);
        }
    }

    private void onWelcome(ServerMessage.Welcome welcome, long nowNs) {
        if (!entry.onWelcome(welcome)) {
            return;
        }
        rooms.onWelcome(welcome.instance());
        postbox.onWelcome(welcome);
        for (Membership membership : rooms.all()) {
            send(rooms.join(membership), nowNs);
        }
    }

    private void onRefused(ServerMessage.Refused refused, long nowNs) {
        if (refused.request() == LOGIN_REQUEST) {
            entry.onLoginRefused(refused, nowNs);
            return;
        }
        Target room = rooms.onAnswer(refused.request());
        if (room == null) {
            events.add(new ClientEvent.Problem(refused.code(), refused.text()));
        } else {
            rooms.remove(room);
            events.add(new ClientEvent.JoinRefused(room, refused.code(), refused.text()));
            postbox.failAll(room, refused.code() + ": " + refused.text());
        }
    }

    private void onJoined(ServerMessage.Joined joined) {
        Target asked = rooms.onAnswer(joined.request());
        Target named = Target.parse(joined.room());
        Membership membership = asked == null ? null : rooms.find(asked);
        if (membership != null && named != null) {
            boolean again = membership.onJoined(named, joined.instance(), joined.nextSeq(), joined.members());
            events.add(new ClientEvent.Joined(named, joined.members(), again));
        }
    }

    private void onLeft(ServerMessage.Left left) {
        Target asked = rooms.onAnswer(left.request());
        if (asked != null) {
            rooms.remove(asked);
            events.add(new ClientEvent.Left(asked));
        }
    }

    private void send(ClientMessage message, long nowNs) {
        link.send(MessageCodec.encode(message), nowNs);
    }

    /** What was said on the connection and not answered has to be said again on the next one. */
    private void forgetConnection() {
        rooms.onConnectionLost();
        postbox.onConnectionLost();
        inbound.onConnectionLost();
    }
}
