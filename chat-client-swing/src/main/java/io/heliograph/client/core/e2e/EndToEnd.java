package io.heliograph.client.core.e2e;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The end-to-end layer over a profile: composes its parts and brings each input to those it concerns.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
public final class EndToEnd implements EndToEndLayer {
    /** Chosen by us: the cards of more members than that are asked for one by one, as they speak. */
    private static final int MAX_MET_AT_ONCE = 200;

    private final Cast cast;
    private final LocalStore store;
    private final History history;
    private final Consumer<ClientEvent> events;
    private final Progress progress;

    /**
     * What the layer stands on.
     *
     * @param device the key of this profile
     * @param wallClockMs for what is signed and shown, never for order
     */
    public record Ground(
            IdentityKeyPair device,
            LocalStore store,
            History history,
            RandomSource random,
            LongSupplier wallClockMs,
            Consumer<ClientEvent> events) {}

    public EndToEnd(Ground ground) {
        this.store = ground.store();
        this.history = ground.history();
        this.events = ground.events();
        this.progress = new Progress(ground.events());
        this.cast = new Cast(ground, progress);
        progress.set(cast);
    }

    @Override
    public void begin(RelayRequests relay, Host host) {
        progress.set(host);
        cast.begin(relay);
    }

    // Inputs

    @Override
    public void onWelcome(ServerMessage.Welcome welcome, long nowNs) {
        cast.own.onWelcome(welcome.name());
        cast.rolls.onWelcome(welcome.instance().octets().toHex());
        cast.opener.onWelcome(welcome.instance());
        cast.requests.setOnline(true);
        cast.cards.isFresh(welcome.name(), nowNs);
        cast.directory.onWelcome(nowNs);
    }

    @Override
    public void onConnectionLost() {
        cast.cards.onConnectionLost();
        cast.rolls.onConnectionLost();
        cast.sealer.onConnectionLost();
        cast.keyDesk.onConnectionLost();
        cast.trust.onConnectionLost();
        cast.requests.setOnline(false);
    }

    @Override
    public void onConversation(Target where, ConversationState state, long nowNs) {
        cast.rolls.onConversation(where, state, nowNs);
        if (where.isRoom() && state.memberCount() <= MAX_MET_AT_ONCE) {
            cast.cards.membersOf(where, nowNs); // in one question, before the first of them says something
        }
        if (!where.isRoom() && cast.places.of(where) == null) {
            cast.cards.isFresh(where.name(), nowNs);
        }
    }

    @Override
    public void onConversationGone(Target where) {
        cast.rolls.onGone(where);
        cast.cards.onRoomGone(where);
    }

    @Override
    public void onNotice(Target where, EntryKind kind, Notice notice, long nowNs) {
        switch (kind) {
            case JOINED -> cast.cards.onMember(where, notice.subject(), true);
            case LEFT, KICKED, BANNED -> cast.cards.onMember(where, notice.subject(), false);
            default -> {}
        }
    }

    @Override
    public boolean onMessage(ServerMessage message, long nowNs) {
        if (message instanceof ServerMessage.Box box) {
            cast.keyDesk.onBox(box, nowNs);
        } else if (message instanceof ServerMessage.Rolled rolled) {
            cast.rolls.onRolled(rolled, nowNs);
        } else if (message instanceof ServerMessage.CardChanged changed) {
            cast.cards.onChanged(changed.name());
            Contact contact = cast.contacts.find(changed.name());
            // What the user has verified, and the account's own devices, are looked after at once; the rest when
            // needed.
            if (changed.name().equals(cast.own.name()) || (contact != null && contact.verified())) {
                cast.cards.isFresh(changed.name(), nowNs);
            }
        } else {
            return false;
        }
        return true;
    }

    @Override
    public boolean execute(ClientCommand command, long nowNs) {
        if (command instanceof ClientCommand.AboutPerson about) {
            cast.trust.ask(about, nowNs);
        } else if (command instanceof ClientCommand.AskTrust ask) {
            cast.trust.tellKnown(ask.names());
        } else if (command instanceof ClientCommand.AcceptKey accept) {
            accept(accept, nowNs);
        } else if (command instanceof ClientCommand.AcceptDirectory) {
            done(command, cast.directory.accept(), "the directory's signer is the one you know");
        } else if (command instanceof ClientCommand.ApproveDevice approve) {
            done(command, cast.own.approve(approve.device(), nowNs), "only your first device confirms others");
        } else if (command instanceof ClientCommand.BeginAnew) {
            cast.own.beginAnew(nowNs);
            cast.rolls.onOwnKeyChanged(nowNs);
            done(command, true, "");
        } else if (command instanceof ClientCommand.ShareHistory share) {
            cast.admissions.setHistory(share.where(), share.on(), nowNs);
            done(command, true, "");
        } else if (command instanceof ClientCommand.TellDraft draft) {
            cast.drafts.tell(draft.where(), draft.text(), nowNs);
        } else if (command instanceof ClientCommand.Admit admit) {
            cast.admissions.admit(admit.where(), admit.name(), nowNs);
            done(command, true, "");
        } else {
            return false;
        }
        return true;
    }

    @Override
    public void onIntent(ClientCommand command, long nowNs) {
        cast.admissions.onIntent(command, cast.own.name(), nowNs);
        if (command instanceof ClientCommand.Revoke revoke) {
            cast.own.remove(revoke.device(), nowNs);
        }
    }

    @Override
    public void onTimeout(long nowNs) {
        cast.requests.pump(nowNs);
        cast.rolls.pump(nowNs);
        for (Target room : cast.admissions.roomsWithStrangers()) {
            tellStrangers(room, nowNs);
        }
    }

    // Sealing and opening

    @Override
    public boolean maySend(Target to, long nowNs) {
        Sealer.HeldBy held = cast.sealer.whyNot(to, nowNs);
        progress.onHeldBack(to, held);
        if (held == null && to.isRoom()) {
            tellStrangers(to, nowNs);
            RoomRoll room = cast.rolls.find(to);
            boolean open = room != null && room.roll().isOpen();
            return !open || !cast.admissions.expectsSomebody(to, nowNs);
        }
        return held == null;
    }

    @Override
    public Bytes seal(Outgoing outgoing, long nowNs) {
        return cast.sealer.seal(outgoing, nowNs);
    }

    @Override
    public boolean isEntering(Target room) {
        return cast.rolls.isEntering(room);
    }

    @Override
    public boolean isVerified(String name) {
        Contact contact = cast.contacts.find(name);
        return contact != null && contact.verified() && contact.proposed() == null;
    }

    @Override
    public boolean isReady(Target where) {
        return where.isRoom()
                ? cast.rolls.isReady(where)
                : cast.places.of(where) != null || cast.cards.wasFetched(where.name());
    }

    @Override
    public @Nullable MessageId idOf(long conversation, long seq, LongFunction<@Nullable MessageId> loaded) {
        return cast.opener.idOf(conversation, seq, loaded);
    }

    @Override
    public boolean isReadyFor(long conversation, Entry entry, long nowNs) {
        return cast.opener.isReadyFor(conversation, entry, nowNs);
    }

    @Override
    public Disclosed open(
            Target where, long conversation, Entry entry, LongFunction<@Nullable MessageId> idOf, long nowNs) {
        return cast.opener.open(where, conversation, entry, idOf, nowNs);
    }

    @Override
    public void onPosted(Target where, long conversation, Entry opened) {
        cast.opener.onPosted(where, conversation, opened);
    }

    // Outputs

    @Override
    public void commit() throws IOException {
        history.flush(); // before the keys that opened it move on: what was read once is not read again
        store.commit();
    }

    @Override
    public void acknowledge(long nowNs) {
        cast.keyDesk.acknowledge(nowNs);
    }

    @Override
    public long nextTimeoutNs(long nowNs) {
        long next = Math.min(cast.requests.nextTimeoutNs(nowNs), cast.rolls.nextTimeoutNs(nowNs));
        return Math.min(next, Math.min(cast.cards.nextTimeoutNs(nowNs), cast.admissions.nextTimeoutNs(nowNs)));
    }

    // Private

    private void accept(ClientCommand.AcceptKey accept, long nowNs) {
        Target of = accept.of();
        boolean accepted = of.isRoom() ? cast.rolls.accept(of, nowNs) : cast.contacts.accept(of.name());
        done(accept, accepted, "nothing about " + of + " waits for your yes");
        if (accepted && !of.isRoom()) {
            cast.keyDesk.catchUp(of.name(), cast.places.rooms(), nowNs);
        }
        if (accepted) {
            progress.onEverything(nowNs);
        }
    }

    private void done(ClientCommand command, boolean done, String whyNot) {
        events.accept(
                done
                        ? new ClientEvent.Done(command)
                        : new ClientEvent.Refused(command, RefusalCode.NOT_ALLOWED, whyNot));
    }

    private void tellStrangers(Target room, long nowNs) {
        Place place = cast.places.of(room);
        Recipients.Found found = place == null ? null : cast.recipients.of(place, nowNs);
        if (found != null) {
            cast.admissions.onStrangers(room, found.unadmitted(), nowNs);
        }
    }
}
