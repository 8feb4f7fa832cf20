package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.client.core.files.FileTransfers;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final Queue<ClientEvent> events = new ArrayDeque<>();
    private final ServerLink link;
    private final Entrance entrance;
    private final Postbox postbox;
    private final Requests requests;
    private final Conversations conversations;
    private final Memberships memberships;
    private final Backfill backfill;
    private final Desk desk;
    private final People people;
    private final Inbound inbound;
    private final EndToEndLayer layer;
    private final FileTransfers files;
    private final Commits commits;
    private final Postings postings;
    private final Sealing sealing;
    private final String user;
    private final QualityReports quality = new QualityReports();
    private boolean ended;

    /**
     * What is made for one session alone.
     *
     * @param layers makes the layer that seals
     * @param files makes what files stand on
     */
    public record Parts(
            Function<Consumer<ClientEvent>, EndToEndLayer> layers,
            Function<Consumer<ClientEvent>, FileTransfers.Ports> files) {}

    public ClientSession(
            SessionConfig config,
            ServerLink link,
            OutboxStore store,
            TrustStore trust,
            RandomSource random,
            LongSupplier wallClockMs,
            Parts parts) {
        this.layer = parts.layers().apply(events::add);
        this.commits = new Commits(layer, events::add);
        this.link = link;
        this.user = config.user();
        this.entrance = new Entrance(config, link, trust, new ReconnectPolicy(random), events::add);
        this.postbox = new Postbox(store, events::add);
        this.requests = new Requests(link, events::add);
        this.conversations = new Conversations(config, postbox, layer, events::add);
        this.sealing = new Sealing(layer, conversations);
        this.memberships = new Memberships(conversations, postbox, requests, layer, events::add);
        config.rooms().forEach(memberships::want);
        this.backfill = new Backfill(conversations, requests, events::add);
        this.desk = new Desk(conversations, requests, events::add);
        this.people = new People(link, events::add);
        this.postings = new Postings(conversations, memberships, postbox, entrance::userName, wallClockMs);
        FileOffers offers = new FileOffers(link, conversations, postings, postbox, layer);
        this.files = new FileTransfers(parts.files().apply(events::add), requests, offers);
        this.inbound = new Inbound(conversations, memberships, requests, people, postbox, layer, files, events::add);
        layer.begin(requests, new Unsealing(conversations, memberships, postbox));
    }

    // Commands

    /** Shows what is left of an earlier run, and connects. */
    public void start(long nowNs) {
        postbox.restore(user).forEach(memberships::want);
        files.start(nowNs);
        entrance.connect(nowNs);
    }

    public void execute(ClientCommand command, long nowNs) {
        if (command instanceof ClientCommand.Posting posting) {
            postings.post(posting);
        } else if (command instanceof ClientCommand.Request request) {
            request(request, nowNs);
        } else if (command instanceof ClientCommand.MarkRead read) {
            markRead(read);
        } else if (command instanceof ClientCommand.Typing typing) {
            if (entrance.isOnline()) {
                people.tellTyping(typing.to(), nowNs);
            }
        } else if (command instanceof ClientCommand.Cancel cancel) {
            // The offer of a file is in both: who takes the file back takes its message back.
            if (!files.cancel(cancel.id(), nowNs)) {
                postbox.cancel(cancel.id());
            }
        } else if (command instanceof ClientCommand.AboutFiles about) {
            files.execute(about, nowNs);
        } else if (!layer.execute(command, nowNs)) {
            connection(command, nowNs);
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
                    forgetConnection(nowNs);
                }
                entrance.onLinkEvent(event, nowNs);
            }
            event = link.pollEvent();
        }
    }

    public void onTimeout(long nowNs) {
        entrance.onTimeout(nowNs);
        layer.onTimeout(nowNs);
    }

    // Outputs

    /** Call once after each batch of inputs: makes durable what was said, then hands over what may go. */
    public void flush(long nowNs) {
        files.advance(nowNs);
        postbox.flush();
        if (entrance.isOnline()) {
            postbox.pump(link, sealing, nowNs);
            backfill.pump(nowNs);
        }
        boolean kept = commits.commit();
        if (kept) {
            files.pump(nowNs);
        }
        if (entrance.isOnline()) {
            if (kept) {
                // Only what will be here after a crash is told to have arrived.
                layer.acknowledge(nowNs);
                conversations.sendMarks(link, nowNs);
            }
            ClientEvent report = quality.poll(link, nowNs);
            if (report != null) {
                events.add(report);
            }
        }
    }

    public @Nullable ClientEvent pollEvent() {
        ClientEvent event = events.poll();
        if (event != null) {
            files.note(event);
        }
        return event;
    }

    public long nextTimeoutNs(long nowNs) {
        long next = Math.min(entrance.nextTimeoutNs(), files.nextTimeoutNs(nowNs));
        if (entrance.isOnline()) {
            next = Math.min(next, Math.min(postbox.nextTimeoutNs(nowNs), quality.nextTimeoutNs()));
            next = Math.min(next, Math.min(backfill.nextTimeoutNs(nowNs), conversations.nextTimeoutNs()));
            next = Math.min(next, layer.nextTimeoutNs(nowNs));
        }
        return next;
    }

    // Queries

    /** Nothing will happen any more. */
    public boolean hasEnded() {
        return ended;
    }

    /** Own postings that the relay has not answered. */
    public int unansweredCount() {
        return postbox.unansweredCount();
    }

    // Private: commands

    private void request(ClientCommand.Request request, long nowNs) {
        layer.onIntent(request, nowNs);
        if (request instanceof ClientCommand.Join join) {
            memberships.join(join.room(), join.password(), nowNs);
        } else if (request instanceof ClientCommand.Leave leave) {
            memberships.leave(leave, nowNs);
        } else if (request instanceof ClientCommand.LoadOlder older) {
            backfill.loadOlder(older, nowNs);
        } else if (!desk.take(request, nowNs)) {
            throw new AssertionError("unhandled: " + request);
        }
    }

    private void markRead(ClientCommand.MarkRead read) {
        Conversation conversation = conversations.find(read.where());
        if (conversation != null) {
            conversation.markRead(read.seq());
        }
    }

    private void connection(ClientCommand command, long nowNs) {
        if (command instanceof ClientCommand.Trust trust) {
            entrance.answerTrust(trust.yes(), nowNs);
        } else if (command instanceof ClientCommand.LogIn again) {
            entrance.tryPassword(again.password(), nowNs);
        } else if (command instanceof ClientCommand.Reconnect) {
            forgetConnection(nowNs);
            entrance.reconnect(nowNs);
        } else if (command instanceof ClientCommand.Disconnect) {
            forgetConnection(nowNs);
            entrance.disconnect(nowNs);
        } else if (command instanceof ClientCommand.Quit) {
            quit(nowNs);
        } else {
            throw new AssertionError("unhandled: " + command);
        }
    }

    private void quit(long nowNs) {
        if (!ended) {
            ended = true;
            if (entrance.isOnline()) {
                conversations.sendLastMarks(link, nowNs);
            }
            entrance.leave(nowNs);
            events.add(new ClientEvent.Ended());
        }
    }

    // Private: what the relay says

    private void onReceived(Bytes octets, long nowNs) {
        try {
            ServerMessage message = MessageCodec.decodeServer(octets);
            if (message instanceof ServerMessage.Welcome welcome) {
                onWelcome(welcome, nowNs);
            } else if (message instanceof ServerMessage.Refused refused && refused.request() == 0) {
                entrance.onLoginRefused(refused, nowNs);
            } else if (message != null && entrance.isOnline()) {
                inbound.onMessage(message, nowNs);
            }
        } catch (MalformedException e) {
            // protocol.md 6: a relay that breaks the protocol is left; the reason is ours and holds nothing of its
            // text.
            forgetConnection(nowNs);
            entrance.onBrokenProtocol(nowNs);
        }
    }

    private void onWelcome(ServerMessage.Welcome welcome, long nowNs) {
        if (entrance.onWelcome(welcome)) {
            events.add(new ClientEvent.AccountShown(
                    welcome.motd(),
                    welcome.registered(),
                    welcome.hasPassword(),
                    welcome.preferences(),
                    welcome.chosen()));
            requests.onOnline();
            layer.onWelcome(welcome, nowNs);
            postbox.onWelcome(welcome);
            memberships.onWelcome(welcome, nowNs);
            files.onWelcome();
            conversations.waitingForReceipts().forEach(waiting -> desk.refreshMarks(waiting, nowNs));
        }
    }

    /** What was said on the connection and not answered has to be said again on the next one. */
    private void forgetConnection(long nowNs) {
        requests.onConnectionLost();
        layer.onConnectionLost();
        files.onConnectionLost(nowNs);
        memberships.onConnectionLost();
        conversations.onConnectionLost();
        backfill.onConnectionLost();
        people.onConnectionLost();
        postbox.onConnectionLost();
    }
}
