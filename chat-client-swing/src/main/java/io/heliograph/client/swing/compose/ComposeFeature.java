package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import java.util.List;

/** What one can do with the text that is being written. Event dispatch thread only. */
public final class ComposeFeature implements DeskFeature {
    private static final String BOLD = "**";
    private static final String ITALIC = "*";
    private static final String STRIKE = "~~";
    private static final String CODE = "`";

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("emoji", (desk, argument) -> desk.writing().chooseEmoji()),
                new NamedCommand("bold", (desk, argument) -> desk.writing().surround(BOLD)),
                new NamedCommand("italic", (desk, argument) -> desk.writing().surround(ITALIC)),
                new NamedCommand("strike", (desk, argument) -> desk.writing().surround(STRIKE)),
                new NamedCommand("code", (desk, argument) -> desk.writing().surround(CODE)));
    }
}
