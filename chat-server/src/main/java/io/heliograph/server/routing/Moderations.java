package io.heliograph.server.routing;

import io.heliograph.common.message.ClientMessage.Moderate;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.ServerMessage.Invited;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.conversation.RoomRules;
import io.heliograph.server.conversation.RoomRules.Action;
import io.heliograph.server.conversation.RoomRules.Standing;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.RoomBanRow;
import io.heliograph.server.store.RoomInviteRow;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.Tables;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What moderators do to members (protocol.md 8.3).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Moderations {
    /** The greatest time that every reader can hold (protocol.md 8.3). */
    private static final long FOR_GOOD_MS = (1L << 53) - 1;

    private final Directory directory;
    private final Store store;
    private final ConversationStates states;
    private final Departures departures;

    Moderations(Directory directory, Store store, ConversationStates states, Departures departures) {
        this.directory = directory;
        this.store = store;
        this.states = states;
        this.departures = departures;
    }

    /** One request with everything it is about. */
    private record Case(Decision decision, Conversation room, Member actor, Account target, Moderate order) {
        @Nullable
        Member targetMember() {
            return room.member(target);
        }
    }

    void onModerate(Session session, Account account, Moderate order, long nowNs) {
        Conversation room = directory.conversations().find(order.conversation());
        Account target = directory.accounts().find(order.name());
        if (room == null || !room.hasMember(account)) {
            session.send(new Refused(order.request(), RefusalCode.NOT_A_MEMBER, "You are not in this room."));
        } else if (target == null) {
            session.send(
                    new Refused(order.request(), RefusalCode.NO_SUCH_USER, "Nobody is called " + order.name() + "."));
        } else {
            Decision.begin(store, session, order.request(), room.turnstile(), nowNs, decision -> {
                Member actor = room.member(account);
                if (actor == null) {
                    decision.refuse(RefusalCode.NOT_A_MEMBER, "You are not in this room.");
                } else {
                    decide(new Case(decision, room, actor, target, order));
                }
            });
        }
    }

    private void decide(Case request) {
        String whyNot = whyNot(request);
        if (whyNot != null) {
            request.decision().refuse(RefusalCode.NOT_ALLOWED, whyNot);
            return;
        }
        Member target = request.targetMember();
        switch (request.order().action()) {
            case INVITE -> invite(request);
            case KICK -> depart(request, target, LeaveCause.KICKED, null);
            case BAN -> ban(request, target);
            case UNBAN -> unban(request);
            case MUTE -> mute(request, target, untilMs(request.order().durationS(), FOR_GOOD_MS), EntryKind.MUTED);
            case UNMUTE -> mute(request, target, 0, EntryKind.UNMUTED);
            case SET_ROLE -> setRole(request, target);
        }
    }

    private @Nullable String whyNot(Case request) {
        Moderate order = request.order();
        Action action =
                switch (order.action()) {
                    case INVITE -> Action.INVITE;
                    case SET_ROLE -> Action.SET_ROLE;
                    case KICK, BAN, UNBAN, MUTE, UNMUTE -> Action.MODERATE;
                };
        Standing standing = Standing.of(request.room(), request.actor(), directory.nowMs());
        String whyNot = RoomRules.whyNot(action, standing);
        Member target = request.targetMember();
        if (whyNot == null && action == Action.MODERATE && target != null && order.action() != Moderation.UNMUTE) {
            return RoomRules.whyNotTarget(standing.role(), target.effectiveRole());
        }
        return whyNot;
    }

    private void invite(Case request) {
        Conversation room = request.room();
        Account target = request.target();
        if (request.targetMember() != null) {
            request.decision().refuse(RefusalCode.BAD_VALUE, target.name() + " is in this room already.");
            return;
        }
        String by = request.actor().account().name();
        RoomInviteRow row = new RoomInviteRow(room.id(), target.id(), by, directory.nowMs());
        write(
                request,
                EntryKind.INVITED,
                request.order().reason(),
                tables -> tables.conversations().putInvite(row),
                () -> {
                    room.putInvite(row);
                    directory.sendTo(target, new Invited(room.name(), by));
                });
    }

    private void depart(Case request, @Nullable Member target, LeaveCause cause, @Nullable RoomBanRow ban) {
        if (target == null) {
            request.decision().refuse(RefusalCode.NO_SUCH_USER, request.target().name() + " is not in this room.");
        } else {
            departures.commit(
                    request.decision(),
                    request.room(),
                    new Departures.Leaving(
                            request.target(),
                            cause,
                            request.actor().account(),
                            request.order().reason(),
                            ban),
                    request.decision()::answerDone);
        }
    }

    private void ban(Case request, @Nullable Member target) {
        Moderate order = request.order();
        Account account = request.target();
        RoomBanRow row = new RoomBanRow(
                request.room().id(),
                account.id(),
                untilMs(order.durationS(), 0),
                order.reason(),
                request.actor().account().name());
        if (target != null) {
            depart(request, target, LeaveCause.BANNED, row);
            return;
        }
        write(
                request,
                EntryKind.BANNED,
                order.reason(),
                tables -> {
                    tables.conversations().putBan(row);
                    tables.conversations().removeInvite(row.conversation(), row.account());
                },
                () -> {
                    request.room().putBan(row);
                    request.room().removeInvite(account.id());
                });
    }

    private void unban(Case request) {
        Conversation room = request.room();
        Account target = request.target();
        if (room.banOf(target, directory.nowMs()) == null) {
            request.decision().refuse(RefusalCode.BAD_VALUE, target.name() + " is not banned from this room.");
        } else {
            write(
                    request,
                    EntryKind.UNBANNED,
                    request.order().reason(),
                    tables -> tables.conversations().removeBan(room.id(), target.id()),
                    () -> room.removeBan(target.id()));
        }
    }

    private void mute(Case request, @Nullable Member target, long untilMs, EntryKind kind) {
        if (target == null) {
            request.decision().refuse(RefusalCode.NO_SUCH_USER, request.target().name() + " is not in this room.");
        } else {
            changeMember(
                    request,
                    target,
                    target.role(),
                    untilMs,
                    kind,
                    request.order().reason());
        }
    }

    private void setRole(Case request, @Nullable Member target) {
        Role role = request.order().role();
        boolean lastOwner = target != null
                && target.role() == Role.OWNER
                && request.room().members().stream()
                                .filter(member -> member.role() == Role.OWNER)
                                .count()
                        == 1;
        if (target == null) {
            request.decision().refuse(RefusalCode.NO_SUCH_USER, request.target().name() + " is not in this room.");
        } else if (lastOwner && role != Role.OWNER) {
            request.decision().refuse(RefusalCode.NOT_ALLOWED, "A room keeps an owner: make somebody else one first.");
        } else {
            changeMember(request, target, role, target.mutedUntilMs(), EntryKind.ROLE, role.word());
        }
    }

    private void changeMember(Case request, Member target, Role role, long mutedUntilMs, EntryKind kind, String text) {
        write(
                request,
                kind,
                text,
                tables -> tables.conversations()
                        .putMember(
                                request.room().id(),
                                target.account().id(),
                                role.code(),
                                mutedUntilMs,
                                target.joinedMs()),
                () -> {
                    target.setRole(role);
                    target.setMutedUntilMs(mutedUntilMs);
                    states.tell(request.room(), target);
                });
    }

    /** Stores the change with what the log says about it, then takes it over. */
    private void write(Case request, EntryKind kind, String text, Consumer<Tables> change, Runnable takeOver) {
        Speech speech = Speech.of(
                kind,
                request.room(),
                request.actor().account(),
                request.target().name(),
                text,
                directory.nowMs());
        request.decision()
                .commit(
                        tables -> {
                            change.accept(tables);
                            return speech.append(tables);
                        },
                        (appended, nowNs) -> {
                            takeOver.run();
                            directory.publish(request.room(), 0, speech.entry(appended));
                            request.decision().answerDone();
                        });
    }

    private long untilMs(long durationS, long endless) {
        // Bounded, so that no duration can overflow the date.
        return durationS == 0
                ? endless
                : directory.nowMs() + TimeUnit.SECONDS.toMillis(Math.min(durationS, TimeUnit.DAYS.toSeconds(36_500)));
    }
}
