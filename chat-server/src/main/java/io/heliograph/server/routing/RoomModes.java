package io.heliograph.server.routing;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage.Pin;
import io.heliograph.common.message.ClientMessage.SetRoom;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.conversation.RoomPassword;
import io.heliograph.server.conversation.RoomRules;
import io.heliograph.server.conversation.RoomRules.Action;
import io.heliograph.server.conversation.RoomRules.Standing;
import io.heliograph.server.conversation.SettingValues;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.EntryTable.Appended;
import io.heliograph.server.store.EntryTable.EntryHead;
import io.heliograph.server.store.RoomSettings;
import io.heliograph.server.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A room's settings and pins (protocol.md 8.3).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class RoomModes {
    private final Directory directory;
    private final Store store;
    private final Workers workers;
    private final RandomSource random;
    private final ConversationStates states;

    RoomModes(Directory directory, Store store, Workers workers, RandomSource random, ConversationStates states) {
        this.directory = directory;
        this.store = store;
        this.workers = workers;
        this.random = random;
        this.states = states;
    }

    // Settings

    void onSetRoom(Session session, Account account, SetRoom order, long nowNs) {
        Conversation room = directory.conversations().find(order.conversation());
        if (room == null || !room.hasMember(account)) {
            session.send(new Refused(order.request(), RefusalCode.NOT_A_MEMBER, "You are not in this room."));
        } else if (order.setting() == RoomSetting.PASSWORD && !order.value().isEmpty()) {
            hashThenSet(session, account, room, order, nowNs);
        } else {
            set(session, account, room, order, "", nowNs);
        }
    }

    /** Hashing is made slow on purpose: not on the loop. */
    private void hashThenSet(Session session, Account account, Conversation room, SetRoom order, long nowNs) {
        byte[] salt = random.bytes(RoomPassword.SALT_BYTES);
        session.hold();
        boolean taken = workers.submit(() -> RoomPassword.hash(order.value(), salt), (hash, thenNs) -> {
            set(session, account, room, order, hash, thenNs);
            session.release(thenNs);
        });
        if (!taken) {
            session.send(new Refused(order.request(), RefusalCode.BUSY, "The server has too much to do: try again."));
            session.release(nowNs);
        }
    }

    private void set(Session session, Account account, Conversation room, SetRoom order, String hash, long nowNs) {
        Decision.begin(store, session, order.request(), room.turnstile(), nowNs, decision -> {
            Refused refusal = whyNot(room, account, order);
            RoomSettings changed =
                    refusal == null ? SettingValues.apply(room.settings(), order.setting(), order.value(), hash) : null;
            if (refusal != null) {
                decision.refuse(refusal.code(), refusal.text());
            } else if (changed == null) {
                decision.refuse(RefusalCode.BAD_VALUE, SettingValues.usage(order.setting()));
            } else {
                commit(decision, room, account, order, changed);
            }
        });
    }

    private void commit(Decision decision, Conversation room, Account account, SetRoom order, RoomSettings changed) {
        String shown = order.setting() == RoomSetting.PASSWORD ? "" : order.value();
        Speech speech =
                Speech.of(EntryKind.SETTING, room, account, order.setting().word(), shown, directory.nowMs());
        decision.commit(
                tables -> {
                    tables.conversations().setSettings(room.id(), changed);
                    return speech.append(tables);
                },
                (appended, nowNs) -> {
                    room.setSettings(changed);
                    states.tellMembers(room);
                    directory.publish(room, 0, speech.entry(appended));
                    decision.answerDone();
                });
    }

    private @Nullable Refused whyNot(Conversation room, Account account, SetRoom order) {
        Member member = room.member(account);
        if (member == null) {
            return new Refused(order.request(), RefusalCode.NOT_A_MEMBER, "You are not in this room.");
        }
        boolean words = order.setting() == RoomSetting.TOPIC || order.setting() == RoomSetting.DESCRIPTION;
        Standing standing = Standing.of(room, member, directory.nowMs());
        String reason = RoomRules.whyNot(words ? Action.SET_TOPIC : Action.SET_MODE, standing);
        if (reason != null) {
            return new Refused(order.request(), RefusalCode.NOT_ALLOWED, reason);
        }
        boolean needsPassword = order.setting() == RoomSetting.ACCESS
                && Coded.ofWord(RoomAccess.class, order.value()) == RoomAccess.PASSWORD
                && room.settings().passwordHash().isEmpty();
        return needsPassword
                ? new Refused(order.request(), RefusalCode.BAD_VALUE, "Set the room's password instead.")
                : null;
    }

    // Pins

    void onPin(Session session, Account account, Pin order, long nowNs) {
        Conversation conversation = directory.conversations().find(order.conversation());
        if (conversation == null || !conversation.hasMember(account)) {
            session.send(new Refused(order.request(), RefusalCode.NOT_A_MEMBER, "You are not in this conversation."));
            return;
        }
        Decision.begin(store, session, order.request(), conversation.turnstile(), nowNs, decision -> {
            Member member = conversation.member(account);
            String reason = member == null
                    ? "You are not in this conversation."
                    : RoomRules.whyNot(Action.PIN, Standing.of(conversation, member, directory.nowMs()));
            List<Long> pins = new ArrayList<>(conversation.pins());
            pins.remove(order.seq());
            if (order.pinned()) {
                pins.add(order.seq());
            }
            if (reason != null) {
                decision.refuse(RefusalCode.NOT_ALLOWED, reason);
            } else if (pins.size() > Bounds.MAX_PINS) {
                decision.refuse(RefusalCode.BAD_VALUE, "There are " + Bounds.MAX_PINS + " pins already: unpin one.");
            } else {
                commitPins(decision, conversation, account, order, pins);
            }
        });
    }

    private void commitPins(Decision decision, Conversation conversation, Account account, Pin order, List<Long> pins) {
        EntryKind kind = order.pinned() ? EntryKind.PINNED : EntryKind.UNPINNED;
        Speech speech = Speech.about(kind, conversation, account, order.seq(), directory.nowMs());
        decision.commit(
                tables -> {
                    EntryHead head = tables.entries().head(conversation.id(), order.seq());
                    boolean pinnable = head != null && head.kind() == EntryKind.MESSAGE.code() && !head.erased();
                    if (order.pinned() && !pinnable) {
                        return Optional.<Appended>empty();
                    }
                    tables.conversations().setPins(conversation.id(), pins);
                    return Optional.of(speech.append(tables));
                },
                (appended, nowNs) -> {
                    if (appended.isEmpty()) {
                        decision.answerRefused(RefusalCode.NO_SUCH_ENTRY, "There is no such message to pin.");
                        return;
                    }
                    conversation.setPins(pins);
                    states.tellMembers(conversation);
                    directory.publish(conversation, 0, speech.entry(appended.get()));
                    decision.answerDone();
                });
    }
}
