package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ClientEvent.VersionsShown.Version;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Trusted;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.RowWording;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How far a message has come and with whom, how it was sealed, and what it said before. Pure: knows no component. */
final class MessageInfo {
    private static final int VERSION_CHARS = 300;

    private final Words words;
    private final MessageWords times;
    private final RowWording wording;

    MessageInfo(Words words, MessageWords times) {
        this.words = words;
        this.times = times;
        this.wording = new RowWording(times);
    }

    /** What it is called, and what it is; safe to show. */
    record Field(String label, String value) {}

    /** {@code trust}: how far the author's key is trusted. */
    List<Field> fields(ShownEntry entry, Place place, TrustLevel trust) {
        List<Field> fields = new ArrayList<>();
        add(fields, "from", entry.own() ? words.get("messages.you") : SafeText.line(entry.from()));
        add(fields, "time", times.dayAndTime(entry.timeMs()));
        if (entry.seq() > 0) {
            add(fields, "place", words.get("info.number", entry.seq()));
        }
        String state = wording.state(place.lines().delivery(entry));
        if (!state.isEmpty()) {
            add(fields, "state", state);
        }
        boolean sealed = entry.note() == null || entry.note().kind() == SealNote.Kind.WARNING;
        add(fields, "seal", words.get(sealed ? "info.cipher" : "info.unread"));
        if (!entry.own()) {
            add(fields, "key", words.get(Trusted.key(trust)));
        }
        SealNote note = entry.note();
        if (note != null) {
            add(fields, "note", SafeText.line(note.text()));
        }
        return fields;
    }

    private void add(List<Field> fields, String key, String value) {
        fields.add(new Field(words.get("info." + key), value));
    }

    /** What it said before, the newest first; nothing where it said only one thing. */
    List<ListRow> versions(List<Version> versions) {
        List<ListRow> rows = new ArrayList<>();
        for (int index = versions.size() - 2; index >= 0; index--) {
            Version version = versions.get(index);
            String text = SafeText.excerpt(version.text(), VERSION_CHARS);
            rows.add(ListRow.of(
                            "version " + index,
                            ListRow.Picture.icon("history", "muted"),
                            text.isEmpty() ? words.get("info.noText") : text,
                            times.dayAndTime(version.timeMs()))
                    .withSection(rows.isEmpty() ? words.get("info.versions") : ""));
        }
        return rows;
    }

    /** Who has read it, who has got it without having read it, as far as they tell, and who has not. */
    List<ListRow> people(ShownEntry entry, Place place, String self) {
        List<ListRow> rows = new ArrayList<>();
        if (entry.seq() <= 0) {
            return rows;
        }
        Predicate<MemberEntry> read = member -> member.readSeq() >= entry.seq();
        Predicate<MemberEntry> has = member -> member.deliveredSeq() >= entry.seq();
        List<MemberEntry> others = place.members().stream()
                .filter(member -> !member.name().equals(self) && !member.name().equals(entry.from()))
                .toList();
        add(rows, "read", others.stream().filter(read).toList(), others.size());
        add(rows, "delivered", others.stream().filter(has.and(read.negate())).toList(), others.size());
        add(rows, "missing", others.stream().filter(has.or(read).negate()).toList(), others.size());
        return rows;
    }

    private void add(List<ListRow> rows, String key, List<MemberEntry> members, int of) {
        String section = words.get("info." + key, members.size(), of);
        for (MemberEntry member : members) {
            String name = SafeText.line(member.name());
            rows.add(ListRow.of(key + " " + member.name(), ListRow.Picture.of(member.name(), null), name, "")
                    .withSection(section));
            section = "";
        }
    }
}
