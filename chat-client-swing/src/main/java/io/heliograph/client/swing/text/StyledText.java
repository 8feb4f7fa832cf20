package io.heliograph.client.swing.text;

import java.util.List;
import java.util.stream.Collectors;

/** What a message says, ready to be laid out. */
public record StyledText(List<TextBlock> blocks) {
    public StyledText {
        blocks = List.copyOf(blocks);
    }

    /** Text of one look; it is taken as it is, marks and all. */
    public static StyledText of(String text, RunStyle style) {
        return text.isEmpty()
                ? new StyledText(List.of())
                : new StyledText(List.of(new TextBlock(TextBlock.Kind.TEXT, List.of(new StyledRun(text, style)))));
    }

    /** Without its looks, as it is copied and read aloud. */
    public String plain() {
        return blocks.stream().map(TextBlock::plain).collect(Collectors.joining("\n"));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
