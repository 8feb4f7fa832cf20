package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.PathWords;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The commands that send and fetch files. */
final class FileCommands {
    private static final long BYTES_PER_MB = 1_000_000;
    private static final String WHICH = "/transfers shows what is on its way, with its ID";

    private FileCommands() {}

    static void send(Console console, String text) {
        PathWords.Split words = PathWords.split(text);
        Path path = PathWords.pathOf(words.path());
        if (path == null) {
            console.complain("which file? /send PATH [CAPTION]; a path with spaces stands in quotes");
        } else {
            Target here = console.view().current();
            console.transfer(
                    console.client().newMessageId(), id -> new ClientCommand.SendFile(id, here, path, words.rest()));
        }
    }

    static void get(Console console, String text) {
        PathWords.Split folder = PathWords.split(Words.rest(text));
        Path named = folder.path().isEmpty() ? null : PathWords.pathOf(folder.path());
        String which = Words.first(text);
        FileTransfer known = console.view().transfers().find(which);
        ShownEntry message = offered(console, which);
        FileInfo file = message == null ? null : message.file();
        if (message != null && file != null && message.seq() > 0) {
            Target here = console.view().current();
            console.transfer(new MessageId(file.blob()), id -> new ClientCommand.FetchFile(here, message.seq(), named));
        } else if (known != null && !known.sending()) {
            console.transfer(known.id(), ClientCommand.ResumeFile::new);
        } else {
            console.complain("which one? /get is the newest that is offered here, /get N [DIR] that of message N;"
                    + " /history shows the numbers, 1 is the newest message");
        }
    }

    static void transfers(Console console, String text) {
        List<FileTransfer> all = console.view().transfers().all();
        all.forEach(file -> console.tell(FileWording.line(file)));
        if (all.isEmpty()) {
            console.tell("no files are on their way: /send PATH sends one, /get N fetches one");
        }
    }

    static void pause(Console console, String text) {
        withTransfer(console, text, "pause", ClientCommand.PauseFile::new);
    }

    static void resume(Console console, String text) {
        FileTransfer file = console.view().transfers().find(text);
        if (file == null) {
            console.complain("which one? /resume ID; " + WHICH);
        } else {
            console.transfer(file.id(), ClientCommand.ResumeFile::new);
        }
    }

    static void cancel(Console console, String text) {
        withTransfer(console, text, "cancel", ClientCommand.Cancel::new);
    }

    /** {@code DIR|off|verified|all [MAX]}, in any order. */
    static void downloads(Console console, String text) {
        if (text.isEmpty()) {
            CommandTable.submit(console, new ClientCommand.AskDownloads());
            return;
        }
        DownloadRule.From from = null;
        Path folder = null;
        long maxBytes = -1;
        PathWords.Split words = PathWords.split(text);
        while (!words.path().isEmpty()) {
            String word = words.path();
            DownloadRule.From who = DownloadRule.From.ofWord(word);
            long size = bytes(word);
            if (who != null) {
                from = who;
            } else if (size >= 0) {
                maxBytes = size;
            } else {
                folder = PathWords.pathOf(word);
            }
            words = PathWords.split(words.rest());
        }
        CommandTable.submit(console, new ClientCommand.SetDownloads(from, maxBytes, folder, true));
    }

    /** {@code 20} and {@code 20MB} are megabytes; below 0 for no size. */
    private static long bytes(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int number = Words.number(lower.endsWith("mb") ? lower.substring(0, lower.length() - 2) : lower);
        return number < 0 ? -1 : number * BYTES_PER_MB;
    }

    private static void withTransfer(
            Console console, String text, String word, Function<MessageId, ClientCommand> making) {
        FileTransfer file = console.view().transfers().find(text);
        if (file == null) {
            console.complain("which one? /" + word + " ID; " + WHICH);
        } else {
            CommandTable.submit(console, making.apply(file.id()));
        }
    }

    /** By the number of the message, or by the first characters of the blob. */
    /** The newest of others where nothing is named. */
    private static @Nullable ShownEntry offered(Console console, String which) {
        List<ShownEntry> messages = console.view().messages(console.view().current());
        int number = Words.number(which);
        if (number >= 1 && number <= messages.size()) {
            return messages.get(number - 1);
        }
        for (ShownEntry message : messages) {
            FileInfo file = message.file();
            boolean isMeant = which.isEmpty()
                    ? !message.own()
                    : file != null && file.blob().toHex().startsWith(which);
            if (file != null && isMeant) {
                return message;
            }
        }
        return null;
    }
}
