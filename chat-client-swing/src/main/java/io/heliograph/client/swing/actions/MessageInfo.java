package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.RowWording;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** How far a message has come and with whom, in words. Pure: knows no component. */
final class MessageInfo {
    private final Words words;
    private final MessageWords times;
    private final RowWording wording;

    MessageInfo(Words words, MessageWords times) {
        this.words = words;
        this.times = times;
        this.wording = new RowWording(times);
    }

    /** Who said what, and when. */
    List<String> lines(ShownEntry entry, Place place) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "info.said",
                entry.own() ? words.get("messages.you") : SafeText.line(entry.from()),
                times.dayAndTime(entry.timeMs())));
        if (entry.seq() > 0) {
            lines.add(words.get("info.number", entry.seq()));
        }
        if (entry.edited()) {
            lines.add(words.get("info.edited"));
        }
        String state = wording.state(place.lines().delivery(entry));
        if (!state.isEmpty()) {
            lines.add(words.get("info.state", state));
        }
        return lines;
    }

    /** Who has read it, and who has got it without having read it, as far as they tell. */
    List<ListRow> people(ShownEntry entry, Place place, String self) {
        List<ListRow> rows = new ArrayList<>();
        if (entry.seq() <= 0) {
            return rows;
        }
        add(rows, place, entry, self, true);
        add(rows, place, entry, self, false);
        return rows;
    }

    private void add(List<ListRow> rows, Place place, ShownEntry entry, String self, boolean read) {
        String section = words.get(read ? "info.read" : "info.delivered");
        for (MemberEntry member : place.members()) {
            boolean hasRead = member.readSeq() >= entry.seq();
            boolean has = member.deliveredSeq() >= entry.seq() || hasRead;
            boolean author = member.name().equals(self) || member.name().equals(entry.from());
            if (!author && has && hasRead == read) {
                ListRow row = ListRow.of(
                        section + member.name(),
                        ListRow.Picture.of(member.name(), null),
                        SafeText.line(member.name()),
                        "");
                rows.add(row.withSection(section));
                section = "";
            }
        }
    }
}
