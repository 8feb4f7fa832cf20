package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MemberChange;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.UserPresence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What others say and do, each once: turns messages of the relay that need no answer into events.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Inbound {
    private final RoomBook rooms;
    private final Consumer<ClientEvent> events;
    private final SeenIds seen = new SeenIds();
    private final List<UserPresence> userPages = new ArrayList<>();

    Inbound(RoomBook rooms, Consumer<ClientEvent> events) {
        this.rooms = rooms;
        this.events = events;
    }

    void onConnectionLost() {
        userPages.clear();
    }

    /** False if it is not a message of this kind. */
    boolean onMessage(ServerMessage message, long nowNs) {
        if (message instanceof ServerMessage.Message said) {
            onRoomMessage(said, nowNs);
        } else if (message instanceof ServerMessage.Direct direct) {
            onDirect(direct, nowNs);
        } else if (message instanceof ServerMessage.Member change) {
            onMember(change);
        } else if (message instanceof ServerMessage.Users page) {
            onUsers(page);
        } else if (message instanceof ServerMessage.Presence presence) {
            events.accept(new ClientEvent.PresenceChanged(presence.user()));
        } else if (message instanceof ServerMessage.Typing typing) {
            onTyping(typing);
        } else if (message instanceof ServerMessage.Announce announce) {
            events.accept(new ClientEvent.Announced(announce.text(), announce.timeMs()));
        } else if (message instanceof ServerMessage.AdminResult result) {
            events.accept(new ClientEvent.AdminOutput(result.ok(), result.lines()));
        } else if (message instanceof ServerMessage.Gap gap) {
            events.accept(new ClientEvent.GapShown(gap.room(), gap.fromSeq(), gap.toSeq()));
        } else {
            return false;
        }
        return true;
    }

    private void onRoomMessage(ServerMessage.Message said, long nowNs) {
        Membership membership = membershipOf(said.room());
        // Both checks: the number knows what came twice on this run of the relay, the id what came again after a
        // restart.
        if (membership != null && membership.advanceTo(said.seq()) && seen.add(said.id(), nowNs)) {
            events.accept(new ClientEvent.MessageShown(
                    said.id(), membership.room(), said.from(), false, said.timeMs(), Texts.of(said.body())));
        }
    }

    private void onDirect(ServerMessage.Direct direct, long nowNs) {
        if (rooms.onDirect(direct.seq()) && seen.add(direct.id(), nowNs)) {
            Target from = Target.user(direct.from());
            events.accept(new ClientEvent.MessageShown(
                    direct.id(), from, direct.from(), false, direct.timeMs(), Texts.of(direct.body())));
        }
    }

    private void onMember(ServerMessage.Member change) {
        Membership membership = membershipOf(change.room());
        if (membership != null && membership.advanceTo(change.seq())) {
            boolean joined = change.change() == MemberChange.JOINED;
            membership.setMember(change.name(), joined);
            events.accept(new ClientEvent.MemberChanged(membership.room(), change.name(), joined, change.reason()));
        }
    }

    /** protocol.md 7.3: a list replaces the older one when its last page is there. */
    private void onUsers(ServerMessage.Users page) {
        userPages.addAll(page.users());
        if (!page.more()) {
            events.accept(new ClientEvent.UserList(userPages));
            userPages.clear();
        }
    }

    private void onTyping(ServerMessage.Typing typing) {
        Target to = Target.parse(typing.to());
        if (to != null) {
            events.accept(new ClientEvent.TypingShown(typing.from(), to.isRoom() ? to : Target.user(typing.from())));
        }
    }

    private @Nullable Membership membershipOf(String room) {
        Target target = Target.parse(room);
        return target == null ? null : rooms.find(target);
    }
}
