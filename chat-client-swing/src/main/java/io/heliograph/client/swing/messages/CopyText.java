package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.text.SafeText;
import java.util.Objects;

/**
 * What a selection is as plain text: a part of one message as it is, several messages with names and times.
 *
 * <p>Immutable.
 */
final class CopyText {
    /** Above this the text is taken as it was sent, with its marks: reading it takes too long for the event thread. */
    private static final int MOST_READ_ROWS = 1_000;

    private final RowWording wording;

    CopyText(RowWording wording) {
        this.wording = wording;
    }

    String of(MessageListModel model, Selection selection) {
        if (selection.isEmpty()) {
            return "";
        }
        int first = selection.firstRow();
        int last = selection.lastRow();
        if (first == last) {
            return part(plain(model.row(first), true), selection, first);
        }
        boolean read = last - first < MOST_READ_ROWS;
        StringBuilder text = new StringBuilder();
        for (int index = first; index <= last; index++) {
            Row row = model.row(index);
            if (index > first) {
                text.append('\n');
            }
            if (row instanceof Row.Message message) {
                text.append('[')
                        .append(wording.words().dayAndTime(message.entry().timeMs()))
                        .append("] ")
                        .append(wording.author(message.entry()))
                        .append(": ");
            }
            text.append(part(plain(row, read), selection, index));
        }
        return text.toString();
    }

    /** What the places of a selection count in. */
    String plain(Row row, boolean read) {
        if (!(row instanceof Row.Message message)) {
            return wording.line(row);
        }
        ShownEntry entry = message.entry();
        String body = read ? wording.body(entry).plain() : SafeText.lines(wording.roughBody(entry));
        if (entry.file() == null || wording.isAside(entry) || !body.isEmpty()) {
            return body;
        }
        return wording.words()
                .text("file", SafeText.line(Objects.requireNonNull(entry.file()).name()));
    }

    private static String part(String plain, Selection selection, int row) {
        int to = Math.min(selection.to(row), plain.length());
        return plain.substring(Math.min(selection.from(row), to), to);
    }
}
