package io.heliograph.server.routing;

import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.Role;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What administrators change of rooms without being in them. Stored first, at the room's turnstile.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class RoomBook {
    private final Directory directory;
    private final Store store;
    private final ConversationStates states;
    private final Departures departures;

    RoomBook(Directory directory, Store store, ConversationStates states, Departures departures) {
        this.directory = directory;
        this.store = store;
        this.states = states;
        this.departures = departures;
    }

    /** The room, its members and its log are gone for good. {@code actor} null: from the console. */
    public void remove(Conversation room, @Nullable Account actor, Answer answer, long nowNs) {
        Decision.byOperator(store, room.turnstile(), answer, nowNs, decision -> {
            if (room.isRemoved()) {
                decision.refuse("", "The room is gone already.");
            } else {
                departures.removeRoom(decision, room, actor, "removed by an administrator");
            }
        });
    }

    /** A member becomes an owner, beside those there are. */
    public void addOwner(Conversation room, Account target, @Nullable Account actor, Answer answer, long nowNs) {
        Decision.byOperator(store, room.turnstile(), answer, nowNs, decision -> {
            Member member = room.isRemoved() ? null : room.member(target);
            if (member == null) {
                decision.refuse("", target.name() + " is not in " + room.name() + ": only a member can own it.");
            } else {
                commitOwner(decision, room, member, actor);
            }
        });
    }

    private void commitOwner(Decision decision, Conversation room, Member member, @Nullable Account actor) {
        String name = member.account().name();
        Speech speech = Speech.of(EntryKind.ROLE, room, actor, name, Role.OWNER.word(), directory.nowMs());
        decision.commit(
                tables -> {
                    tables.conversations()
                            .putMember(
                                    room.id(),
                                    member.account().id(),
                                    Role.OWNER.code(),
                                    member.mutedUntilMs(),
                                    member.joinedMs());
                    return speech.append(tables);
                },
                (appended, nowNs) -> {
                    member.setRole(Role.OWNER);
                    directory.publish(room, 0, speech.entry(appended));
                    states.tell(room, member);
                });
    }
}
