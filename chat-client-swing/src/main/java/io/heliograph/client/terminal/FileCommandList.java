package io.heliograph.client.terminal;

import io.heliograph.client.terminal.SlashCommand.Completion;
import java.util.List;

/** The commands about files, as they are listed. */
final class FileCommandList {
    private FileCommandList() {}

    static List<SlashCommand> all() {
        return List.of(
                CommandTable.of(
                        "send", "attach", "PATH [CAPTION]", "send a file here", Completion.PATH, FileCommands::send),
                CommandTable.of("get", "", "[N|ID [DIR]]", "fetch a file", Completion.NOTHING, FileCommands::get),
                CommandTable.of(
                        "forward",
                        "",
                        "N ROOM|@NAME …",
                        "pass message N on, with its file",
                        Completion.TARGET,
                        ForwardCommand::run),
                CommandTable.of(
                        "transfers",
                        "files",
                        "",
                        "the files on their way",
                        Completion.NOTHING,
                        FileCommands::transfers),
                CommandTable.of("pause", "", "ID", "stop one for a while", Completion.TRANSFER, FileCommands::pause),
                CommandTable.of("resume", "", "ID", "go on with it", Completion.TRANSFER, FileCommands::resume),
                CommandTable.of("cancel", "", "ID", "stop it for good", Completion.TRANSFER, FileCommands::cancel),
                CommandTable.of(
                        "downloads",
                        "",
                        "[DIR] [off|verified|all] [MB]",
                        "what is fetched by itself, and where to",
                        Completion.PATH,
                        FileCommands::downloads));
    }
}
