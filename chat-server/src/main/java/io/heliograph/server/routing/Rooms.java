package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage.Join;
import io.heliograph.common.message.ClientMessage.Leave;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.name.Skeleton;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.conversation.RoomPassword;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.ConversationRow;
import io.heliograph.server.store.ConversationTable;
import io.heliograph.server.store.EntryTable.Appended;
import io.heliograph.server.store.EntryTable.UnreadRow;
import io.heliograph.server.store.RoomSettings;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.Tables;
import java.util.Optional;

/**
 * Making, entering and leaving rooms (protocol.md 8.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Rooms {
    private final Directory directory;
    private final Store store;
    private final Workers workers;
    private final ConversationStates states;
    private final Departures departures;
    private final Lockdown lockdown;
    private final RoomDoor door;
    private final GuessThrottle guesses = new GuessThrottle();

    Rooms(
            Directory directory,
            Store store,
            Workers workers,
            ConversationStates states,
            Departures departures,
            Lockdown lockdown) {
        this.directory = directory;
        this.store = store;
        this.workers = workers;
        this.states = states;
        this.departures = departures;
        this.lockdown = lockdown;
        this.door = new RoomDoor(directory);
    }

    /** Where a new member stands; {@code request} 0: the server lets it in by itself and nobody waits for an answer. */
    private record Entering(Session session, Account account, int request, Role role) {
        Entering withRole(Role other) {
            return new Entering(session, account, request, other);
        }
    }

    /** What the transaction did. */
    private record Entered(long conversation, Appended appended, long firstSeq) {}

    // Inputs

    void onJoin(Session session, Account account, Join join, long nowNs) {
        String name = NameRules.normalise(join.room());
        String whyNot = NameRules.whyNotARoom(name);
        Conversation room = whyNot == null ? directory.conversations().findRoom(name) : null;
        if (whyNot != null) {
            session.send(new Refused(join.request(), RefusalCode.ROOM_MALFORMED, whyNot));
        } else if (room == null) {
            make(new Entering(session, account, join.request(), Role.OWNER), name, nowNs);
        } else if (room.hasMember(account)) {
            answerState(session, account, room, join.request());
        } else {
            Entering entering = new Entering(session, account, join.request(), Role.MEMBER);
            boolean needsPassword =
                    room.access() == RoomAccess.PASSWORD && room.inviteOf(account) == null && !account.isAdmin();
            if (needsPassword) {
                enterWithPassword(entering, room, join.password(), nowNs);
            } else {
                enter(entering, room, false, nowNs);
            }
        }
    }

    /** A new account is in some rooms from the start; they are made if there are none, and belong to nobody. */
    void joinByDefault(Session session, Account account, long nowNs) {
        for (String wanted : directory.config().autoJoin()) {
            String name = NameRules.normalise(wanted);
            if (NameRules.whyNotARoom(name) == null) {
                Conversation room = directory.conversations().findRoom(name);
                Entering entering = new Entering(session, account, 0, Role.MEMBER);
                if (room == null) {
                    commitMake(entering, name, nowNs);
                } else if (!room.hasMember(account) && room.access() == RoomAccess.PUBLIC) {
                    enter(entering, room, false, nowNs);
                }
            }
        }
    }

    void onLeave(Session session, Account account, Leave leave, long nowNs) {
        Conversation room = directory.conversations().find(leave.conversation());
        if (room == null || !room.isRoom()) {
            session.send(new Refused(leave.request(), RefusalCode.NOT_A_MEMBER, "Only a room one is in can be left."));
            return;
        }
        Decision.begin(store, session, leave.request(), room.turnstile(), nowNs, decision -> {
            if (room.hasMember(account)) {
                Departures.Leaving leaving = new Departures.Leaving(account, LeaveCause.LEFT, account, "", null);
                departures.commit(decision, room, leaving, () -> {}); // LEFT is the answer
            } else {
                decision.refuse(RefusalCode.NOT_A_MEMBER, "You are not in this room.");
            }
        });
    }

    // Private: a new room

    private void make(Entering who, String name, long nowNs) {
        boolean everyone = directory.config().everyoneMakesRooms();
        if (!who.account().isAdmin() && lockdown.forbidsRooms()) {
            refuse(who, RefusalCode.LOCKDOWN, "No new rooms for now: an administrator has locked the server down.");
        } else if (!who.account().isAdmin() && !everyone) {
            refuse(who, RefusalCode.NOT_ALLOWED, "There is no room " + name + ", and only administrators make rooms.");
        } else if (door.isInTooMany(who.account())
                || directory.conversations().roomCount()
                        >= directory.config().limits().rooms()) {
            refuse(who, RefusalCode.TOO_MANY_ROOMS, "No more rooms: leave one first.");
        } else {
            commitMake(who, name, nowNs);
        }
    }

    private void commitMake(Entering who, String name, long nowNs) {
        String skeleton = Skeleton.of(name);
        long nowMs = directory.nowMs();
        Decision.begin(
                store,
                who.session(),
                who.request(),
                null,
                nowNs,
                decision -> decision.commit(tables -> storeNew(tables, who, name, skeleton, nowMs), (made, thenNs) -> {
                    if (made.isEmpty()) {
                        enterTheOther(who, name, thenNs);
                        return;
                    }
                    Entered entered = made.get();
                    Conversation room = new Conversation(
                            entered.conversation(),
                            ConversationKind.ROOM,
                            name,
                            skeleton,
                            RoomSettings.STANDARD,
                            directory.newWindow(entered.appended().seq()));
                    directory.conversations().add(room);
                    welcome(who, room, entered, nowMs);
                }));
    }

    /** Somebody was faster: that room is known by now, for writes end in their order. */
    private void enterTheOther(Entering who, String name, long nowNs) {
        Conversation room = directory.conversations().findRoom(name);
        if (room == null) {
            refuse(who, RefusalCode.BUSY, "The room " + name + " has just come and gone: try again.");
        } else if (room.hasMember(who.account())) {
            answerState(who.session(), who.account(), room, who.request());
        } else {
            enter(new Entering(who.session(), who.account(), who.request(), Role.MEMBER), room, false, nowNs);
        }
    }

    private static Optional<Entered> storeNew(Tables tables, Entering who, String name, String skeleton, long nowMs) {
        long id = tables.conversations()
                .add(new ConversationRow.New(
                        ConversationKind.ROOM.code(), name, skeleton, RoomSettings.STANDARD, nowMs));
        return id == ConversationTable.TAKEN ? Optional.empty() : Optional.of(storeMember(tables, id, who, nowMs));
    }

    // Private: a room that is there

    private void enterWithPassword(Entering who, Conversation room, String password, long nowNs) {
        if (!guesses.mayTry(who.account().id(), nowNs)) {
            refuse(who, RefusalCode.THROTTLED, "Too many wrong passwords: wait a minute and try again.");
            return;
        }
        String stored = room.settings().passwordHash();
        who.session().hold();
        boolean taken = workers.submit(() -> RoomPassword.matches(password, stored), (right, thenNs) -> {
            if (right) {
                enter(who, room, true, thenNs);
            } else {
                guesses.onFailure(who.account().id(), thenNs);
                refuse(who, RefusalCode.ROOM_PASSWORD, "The room " + room.name() + " wants its password.");
            }
            who.session().release(thenNs);
        });
        if (!taken) {
            refuse(who, RefusalCode.BUSY, "The server has too much to do: try again in a moment.");
            who.session().release(nowNs);
        }
    }

    private void enter(Entering who, Conversation room, boolean knowsPassword, long nowNs) {
        Decision.begin(store, who.session(), who.request(), room.turnstile(), nowNs, decision -> {
            long nowMs = directory.nowMs();
            if (room.hasMember(who.account())) {
                decision.refuse(RefusalCode.BUSY, "You are entering this room already.");
                return;
            }
            Refused refusal = door.whyNot(who.account(), room, knowsPassword, who.request());
            if (refusal != null) {
                decision.refuse(refusal.code(), refusal.text());
                return;
            }
            Entering entering =
                    room.memberCount() == 0 && !door.isJoinedByDefault(room) ? who.withRole(Role.OWNER) : who;
            decision.commit(
                    tables -> storeMember(tables, room.id(), entering, nowMs),
                    (entered, thenNs) -> welcome(entering, room, entered, nowMs));
        });
    }

    private static Entered storeMember(Tables tables, long room, Entering who, long nowMs) {
        long account = who.account().id();
        tables.conversations().putMember(room, account, who.role().code(), 0, nowMs);
        tables.conversations().removeInvite(room, account);
        Appended appended = joined(who, nowMs).append(tables, room);
        tables.conversations().setMarks(room, account, appended.seq(), appended.seq());
        return new Entered(room, appended, tables.entries().firstSeq(room));
    }

    private void welcome(Entering who, Conversation room, Entered entered, long nowMs) {
        Account account = who.account();
        long seq = entered.appended().seq();
        directory.publish(room, 0, joined(who, nowMs).entry(entered.appended()));
        Member member = new Member(account, who.role(), 0, nowMs);
        member.advance(seq, seq);
        room.putMember(member);
        room.removeInvite(account.id());
        directory.conversations().onJoined(room, account);
        UnreadRow row = new UnreadRow(room.id(), seq + 1, entered.firstSeq(), 0);
        for (Session session : directory.sessionsOf(account)) {
            states.sendAndFollow(session, account, room, row, session == who.session() ? who.request() : 0);
        }
    }

    private static Speech joined(Entering who, long nowMs) {
        Account account = who.account();
        return new Speech(
                EntryKind.JOINED,
                0,
                account.id(),
                account.name(),
                nowMs,
                0,
                MessageCodec.encode(new Notice(account.name(), "")));
    }

    private void answerState(Session session, Account account, Conversation room, int request) {
        session.hold();
        store.read(
                tables -> tables.entries().unread(account.id()),
                (rows, nowNs) -> {
                    UnreadRow row = rows.stream()
                            .filter(candidate -> candidate.conversation() == room.id())
                            .findFirst()
                            .orElse(null);
                    states.sendAndFollow(session, account, room, row, request);
                    session.release(nowNs);
                },
                (fault, nowNs) -> {
                    session.send(new Refused(request, Decision.codeOf(fault), Decision.textOf(fault)));
                    session.release(nowNs);
                });
    }

    private static void refuse(Entering who, String code, String text) {
        if (who.request() > 0) {
            who.session().send(new Refused(who.request(), code, text));
        }
    }
}
