package io.heliograph.client.terminal;

import io.heliograph.client.terminal.SlashCommand.Completion;
import java.util.List;

/** The commands about keys and about who may read, as they are listed. */
final class TrustCommandList {
    private static final String DEVICES = "devices";

    private TrustCommandList() {}

    /** A line may wait for just this command: it must not wait for the line. */
    static boolean mayHelpWhatWaits(String line) {
        String word = Words.first(line.strip().substring(1));
        return word.equals(DEVICES) || all().stream().anyMatch(command -> command.isCalled(word));
    }

    static List<SlashCommand> all() {
        return List.of(
                CommandTable.of(
                        "verify",
                        "",
                        "NAME [yes|no]",
                        "compare somebody's key with you",
                        Completion.PERSON,
                        TrustCommands::verify),
                CommandTable.of(
                        "fingerprint",
                        "",
                        "[NAME]",
                        "the server's identity, or somebody's",
                        Completion.PERSON,
                        TrustCommands::fingerprint),
                CommandTable.of(
                        "trust",
                        "",
                        "yes|no, NAME [accept], ROOM accept",
                        "say yes to a server, to a key that has changed",
                        Completion.YES_NO,
                        TrustCommands::trust),
                CommandTable.of(
                        "approve",
                        "",
                        "N",
                        "let a device of yours read along",
                        Completion.NOTHING,
                        TrustCommands::approve),
                CommandTable.of(
                        "anew",
                        "",
                        "yes",
                        "your first device is lost: this one takes its place",
                        Completion.NOTHING,
                        TrustCommands::anew),
                CommandTable.of(
                        "admit",
                        "",
                        "NAME",
                        "let somebody read whom the server let in",
                        Completion.PERSON,
                        TrustCommands::admit),
                CommandTable.of(
                        "share-history",
                        "",
                        "on|off",
                        "whether newcomers can read what was said",
                        Completion.NOTHING,
                        TrustCommands::shareHistory),
                CommandTable.of(
                        "confirm",
                        "",
                        "NAME",
                        "as an administrator: this is their key",
                        Completion.PERSON,
                        TrustCommands::confirm));
    }
}
