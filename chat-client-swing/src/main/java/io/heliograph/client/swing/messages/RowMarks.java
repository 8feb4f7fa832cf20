package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.util.List;

/** What is marked in the bodies of messages: what somebody looks for. Asked at each painting, so it answers at once. */
public interface RowMarks {
    /** Nothing. */
    RowMarks NONE = (entry, plain) -> List.of();

    /** From the character {@code start} of the plain text to before the character {@code end}. */
    record Mark(int start, int end) {}

    /** {@code plain}: the body as it is shown, without its marks of style. */
    List<Mark> in(ShownEntry entry, String plain);
}
