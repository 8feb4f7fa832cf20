package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.RoomSetting;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The objects of {@code --json} that tell of entries. Thread-safe: pure functions. */
final class EntryJson {
    private static final Notice NO_NOTICE = new Notice("", "");

    private EntryJson() {}

    /** Null for an event of another kind. */
    static @Nullable List<ObjectNode> of(ClientEvent event) {
        if (event instanceof ClientEvent.EntryShown shown) {
            return List.of(entry(shown.where(), shown.entry()).put("live", shown.live()));
        } else if (event instanceof ClientEvent.EntryRevealed revealed) {
            return List.of(entry(revealed.where(), revealed.entry()).put("revealed", true));
        } else if (event instanceof ClientEvent.EntryPlaced placed) {
            ObjectNode object = JsonText.object("placed").put("id", placed.id().toHex());
            return List.of(JsonText.at(object, placed.where())
                    .put("seq", placed.seq())
                    .put("time", JsonText.time(placed.timeMs())));
        } else if (event instanceof ClientEvent.EntryChanged changed) {
            return List.of(change(changed));
        } else if (event instanceof ClientEvent.PageShown page) {
            ObjectNode object = JsonText.at(JsonText.object("history"), page.where());
            ArrayNode entries = object.putArray("entries");
            page.entries().forEach(entry -> entries.add(entry(page.where(), entry)));
            return List.of(object.put("more", page.more()));
        } else if (event instanceof ClientEvent.GapShown gap) {
            return List.of(JsonText.object("gap")
                    .put("where", gap.where().address())
                    .put("from_seq", gap.fromSeq())
                    .put("to_seq", gap.toSeq())
                    .put("held", gap.held()));
        } else if (event instanceof ClientEvent.StateChanged changed) {
            return List.of(JsonText.object("state")
                    .put("id", changed.id().toHex())
                    .put("state", changed.state().word())
                    .put("reason", changed.reason()));
        } else if (event instanceof ClientEvent.ReceiptsChanged receipts) {
            ObjectNode object =
                    JsonText.object("receipts").put("id", receipts.id().toHex());
            return List.of(JsonText.at(object, receipts.where())
                    .put("seq", receipts.seq())
                    .put("delivered", receipts.deliveredCount())
                    .put("read", receipts.readCount())
                    .put("of", receipts.of()));
        }
        return null;
    }

    static ObjectNode entry(Target where, ShownEntry entry) {
        SealNote note = entry.note();
        if (note != null && note.kind() != SealNote.Kind.WARNING) {
            return sealed(where, entry, note);
        }
        ObjectNode object = entry.isMessage() ? message(where, entry) : notice(where, entry);
        return note == null ? object : object.put("warning", note.text());
    }

    /** A message that cannot be read, yet or for good. */
    private static ObjectNode sealed(Target where, ShownEntry entry, SealNote note) {
        MessageId id = entry.id();
        String event = note.kind() == SealNote.Kind.WAITS ? "sealed" : "not_accepted";
        ObjectNode object = JsonText.object(event).put("id", id == null ? null : id.toHex());
        return JsonText.at(object, where)
                .put("from", entry.from())
                .put("time", JsonText.time(entry.timeMs()))
                .put("seq", entry.seq())
                .put("reason", note.text());
    }

    private static ObjectNode message(Target where, ShownEntry entry) {
        MessageId id = entry.id();
        ObjectNode object =
                JsonText.object(where.isRoom() ? "message" : "direct").put("id", id == null ? null : id.toHex());
        JsonText.at(object, where)
                .put("from", entry.from())
                .put("text", entry.text())
                .put("time", JsonText.time(entry.timeMs()))
                .put("own", entry.own())
                .put("seq", entry.seq());
        FileInfo file = entry.file();
        if (file != null) {
            object.putObject("file")
                    .put("name", file.name())
                    .put("size", file.sizeBytes())
                    .put("blob", file.blob().toHex())
                    .put("thumbnail", file.thumbnail().length());
        }
        if (entry.replyToSeq() > 0) {
            object.put("reply_to", entry.replyToSeq());
        }
        if (entry.edited()) {
            object.put("edited", true);
        }
        if (entry.deleted()) {
            object.put("deleted", true);
        }
        if (entry.mentionsMe()) {
            object.put("mention", true);
        }
        if (!entry.reactions().isEmpty()) {
            ObjectNode reactions = object.putObject("reactions");
            entry.reactions().forEach(reaction -> {
                ArrayNode names = reactions.putArray(reaction.emoji());
                reaction.names().forEach(names::add);
            });
        }
        return object;
    }

    private static ObjectNode notice(Target where, ShownEntry entry) {
        Notice notice = Objects.requireNonNullElse(entry.notice(), NO_NOTICE);
        return switch (entry.kind()) {
            case SETTING -> setting(where, entry, notice);
            case PINNED, UNPINNED ->
                about("pinned", where, entry)
                        .put("ref", entry.refSeq())
                        .put("pinned", entry.kind() == EntryKind.PINNED);
            case ROLE ->
                about("member", where, entry)
                        .put("user", notice.subject())
                        .put("change", entry.kind().word())
                        .put("role", notice.text())
                        .put("reason", "");
            default ->
                about("member", where, entry)
                        .put("user", notice.subject())
                        .put("change", entry.kind().word())
                        .put("reason", notice.text());
        };
    }

    private static ObjectNode setting(Target where, ShownEntry entry, Notice notice) {
        return notice.subject().equals(RoomSetting.TOPIC.word())
                ? about("topic", where, entry).put("topic", notice.text())
                : about("setting", where, entry)
                        .put("setting", notice.subject())
                        .put("value", notice.text());
    }

    private static ObjectNode about(String event, Target where, ShownEntry entry) {
        return JsonText.at(JsonText.object(event), where)
                .put("by", entry.from())
                .put("time", JsonText.time(entry.timeMs()))
                .put("seq", entry.seq());
    }

    private static ObjectNode change(ClientEvent.EntryChanged changed) {
        String event =
                switch (changed.what()) {
                    case EDIT -> "edited";
                    case DELETE -> "deleted";
                    default -> "reaction";
                };
        ShownEntry entry = changed.entry();
        MessageId id = entry == null ? null : entry.id();
        ObjectNode object = JsonText.at(
                        JsonText.object(event).put("id", id == null ? null : id.toHex()), changed.where())
                .put("seq", changed.seq())
                .put("from", changed.by());
        return switch (changed.what()) {
            case EDIT -> object.put("text", changed.text());
            case DELETE -> object;
            default -> object.put("emoji", changed.text()).put("on", changed.what() == EntryKind.REACT);
        };
    }
}
