package io.heliograph.client.terminal;

import io.heliograph.client.core.Target;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes commands and their arguments from the table of commands, and names in a text.
 *
 * <p>Thread-safe.
 */
final class ConversationCompleter implements Completer {
    private final CommandTable table;
    private final ChatView view;

    ConversationCompleter(CommandTable table, ChatView view) {
        this.table = table;
        this.view = view;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String first = line.words().isEmpty() ? "" : line.words().get(0);
        boolean command = first.startsWith("/") && !first.startsWith("//");
        if (command && line.wordIndex() == 0) {
            table.commands().forEach(known -> candidates.add(candidate("/" + known.name(), known.help())));
        } else if (command) {
            SlashCommand known = table.find(first.substring(1));
            if (known != null && line.wordIndex() == 1 && known.completion() == SlashCommand.Completion.PATH) {
                PathCandidates.of(line.word()).forEach(path -> candidates.add(path(path)));
            } else if (known != null && line.wordIndex() == 1) {
                argumentsOf(known).forEach(word -> candidates.add(candidate(word, "")));
            } else {
                people().forEach(name -> candidates.add(candidate(name, "")));
            }
        } else {
            inText(line).forEach(word -> candidates.add(candidate(word, "")));
        }
    }

    /** Rooms behind a #, names behind an @, and else whom a text begins with, or speaks of. */
    private List<String> inText(ParsedLine line) {
        if (line.word().startsWith("#")) {
            return rooms();
        }
        String before = line.word().startsWith("@") ? "@" : "";
        String behind = line.wordIndex() == 0 && before.isEmpty() ? ":" : "";
        return people().stream().map(name -> before + name + behind).toList();
    }

    private List<String> argumentsOf(SlashCommand command) {
        return switch (command.completion()) {
            case NOTHING -> List.of();
            case COMMAND -> table.commands().stream().map(SlashCommand::name).toList();
            case ROOM -> rooms();
            case PERSON -> people();
            case TARGET -> {
                List<String> targets = new ArrayList<>(rooms());
                people().forEach(name -> targets.add("@" + name));
                yield targets;
            }
            case YES_NO -> List.of("yes", "no");
            case MODE -> List.of("announce-only", "slow", "retention", "access", "password");
            case PREFERENCE -> List.of("delivered", "read", "lastseen");
            case PATH -> List.of();
            case TRANSFER ->
                view.transfers().all().stream()
                        .map(file -> TransferList.shortId(file.id()))
                        .toList();
        };
    }

    private List<String> rooms() {
        return view.rooms().stream().map(Target::address).map(SafeText::line).toList();
    }

    private List<String> people() {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        view.people().names().forEach(name -> names.add(SafeText.line(name)));
        view.membersOf(view.current()).forEach(member -> names.add(SafeText.line(member.name())));
        return new ArrayList<>(names);
    }

    /** A folder is not the end of a path. */
    private static Candidate path(String path) {
        return new Candidate(path, SafeText.line(path), null, null, null, null, !path.endsWith("/"));
    }

    private static Candidate candidate(String word, String help) {
        return new Candidate(word, word, null, help.isEmpty() ? null : help, null, null, true);
    }
}
