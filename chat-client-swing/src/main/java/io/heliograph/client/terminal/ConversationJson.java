package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.message.ConversationState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of {@code --json} that tell of rooms and those in them. Thread-safe: pure functions. */
final class ConversationJson {
    private ConversationJson() {}

    /** Null for an event of another kind. */
    static @Nullable List<ObjectNode> of(ClientEvent event) {
        if (event instanceof ClientEvent.Joined joined) {
            return List.of(JsonText.object("joined")
                    .put("room", joined.room().address())
                    .put("member_count", joined.memberCount())
                    .put("again", joined.again()));
        } else if (event instanceof ClientEvent.JoinRefused refused) {
            return List.of(JsonText.error(refused.code(), refused.text())
                    .put("room", refused.room().address()));
        } else if (event instanceof ClientEvent.ConversationLeft left) {
            return List.of(JsonText.at(JsonText.object("left"), left.where())
                    .put("cause", left.cause().word())
                    .put("by", left.by())
                    .put("reason", left.reason()));
        } else if (event instanceof ClientEvent.ConversationChanged changed) {
            ObjectNode object = JsonText.at(JsonText.object("conversation"), changed.where());
            return List.of(state(object, changed.state()));
        } else if (event instanceof ClientEvent.UnreadChanged unread) {
            return List.of(JsonText.at(JsonText.object("unread"), unread.where())
                    .put("unread", unread.unreadCount())
                    .put("mentions", unread.mentionCount())
                    .put("read_seq", unread.readSeq()));
        } else if (event instanceof ClientEvent.CaughtUp) {
            return List.of(JsonText.object("caught_up"));
        } else if (event instanceof ClientEvent.HistoryReset) {
            return List.of(JsonText.object("reset"));
        } else if (event instanceof ClientEvent.Invited invited) {
            return List.of(JsonText.object("invited")
                    .put("room", invited.room().address())
                    .put("by", invited.by()));
        } else if (event instanceof ClientEvent.TypingShown typing) {
            return List.of(JsonText.object("typing")
                    .put("user", typing.from())
                    .put("where", typing.where().address()));
        }
        return lists(event);
    }

    private static @Nullable List<ObjectNode> lists(ClientEvent event) {
        if (event instanceof ClientEvent.MembersShown shown) {
            ObjectNode object = JsonText.at(JsonText.object("members"), shown.where());
            ArrayNode members = object.putArray("members");
            shown.members()
                    .forEach(member -> members.add(JsonText.plain()
                            .put("user", member.name())
                            .put("role", member.role().word())
                            .put("delivered_seq", member.deliveredSeq())
                            .put("read_seq", member.readSeq())));
            return List.of(object);
        } else if (event instanceof ClientEvent.RoomsListed listed) {
            ObjectNode object = JsonText.object("rooms");
            ArrayNode rooms = object.putArray("rooms");
            listed.rooms()
                    .forEach(room -> rooms.add(JsonText.plain()
                            .put("room", room.name())
                            .put("topic", room.topic())
                            .put("access", room.access().word())
                            .put("member_count", room.memberCount())
                            .put("joined", room.joined())));
            return List.of(object.put("more", listed.more()));
        }
        return null;
    }

    private static ObjectNode state(ObjectNode object, ConversationState state) {
        object.put("kind", state.kind().word())
                .put("topic", state.topic())
                .put("description", state.description())
                .put("access", state.access().word())
                .put("announce_only", state.announceOnly())
                .put("slow_mode_s", state.slowModeS())
                .put("retention_days", state.retentionDays())
                .put("role", state.role().word())
                .put("member_count", state.memberCount())
                .put("next_seq", state.nextSeq());
        ArrayNode pins = object.putArray("pins");
        state.pins().forEach(pins::add);
        return object;
    }
}
