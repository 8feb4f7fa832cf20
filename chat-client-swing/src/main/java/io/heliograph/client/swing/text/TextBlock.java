package io.heliograph.client.swing.text;

import java.util.List;
import java.util.stream.Collectors;

/** Lines that stand together. */
public record TextBlock(Kind kind, List<StyledRun> runs) {
    /** What they are. */
    public enum Kind {
        TEXT,
        CODE,
        QUOTE
    }

    public TextBlock {
        runs = List.copyOf(runs);
    }

    /** Without its looks. */
    public String plain() {
        return runs.stream().map(StyledRun::text).collect(Collectors.joining());
    }
}
