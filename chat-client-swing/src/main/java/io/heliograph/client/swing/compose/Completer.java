package io.heliograph.client.swing.compose;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.emoji.Emoji;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Finds what the word before the caret may become: an emoji, a person, a room, a command. Knows no component; event
 * dispatch thread only.
 */
final class Completer {
    static final int MAX_CANDIDATES = 8;
    /** Times and smileys have a colon and one letter. */
    private static final int MIN_EMOJI_LETTERS = 2;

    private static final int MAX_WORD = 40;

    private final Desk desk;
    private final CommandRegistry commands;
    private final BiFunction<String, Integer, List<Emoji>> emoji;

    /** {@code emoji} finds so many by the beginning of a name. */
    Completer(Desk desk, CommandRegistry commands, BiFunction<String, Integer, List<Emoji>> emoji) {
        this.desk = desk;
        this.commands = commands;
        this.emoji = emoji;
    }

    Completion at(String text, int caret) {
        if (text.startsWith("/") && !text.startsWith("//") && text.lastIndexOf('\n', caret) < 0) {
            int end = text.indexOf(' ');
            if (end < 0 || caret <= end) {
                return new Completion(
                        0, end < 0 ? text.length() : end, commandsFor(text.substring(1, Math.max(1, caret))));
            }
            Completion word = word(text, caret);
            return word.candidates().isEmpty() ? new Completion(0, 0, usageOf(text.substring(1, end))) : word;
        }
        return word(text, caret);
    }

    private Completion word(String text, int caret) {
        int start = caret;
        while (start > 0 && caret - start < MAX_WORD && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        if (start == caret) {
            return Completion.NONE;
        }
        String begun = text.substring(start + 1, caret).toLowerCase(Locale.ROOT);
        List<Candidate> found =
                switch (text.charAt(start)) {
                    case ':' -> emojiFor(begun);
                    case '@' -> peopleFor(begun);
                    case '#' -> roomsFor(begun);
                    default -> List.of();
                };
        return new Completion(start, caret, found);
    }

    private List<Candidate> commandsFor(String begun) {
        Words words = desk.words();
        List<Candidate> found = new ArrayList<>();
        for (DeskCommand command : commands.all()) {
            String aliases = " " + words.orElse("command." + command.id() + ".alias", "");
            if (command.id().startsWith(begun) || (!begun.isEmpty() && aliases.contains(" " + begun))) {
                String label = "/" + command.id() + usage(command);
                found.add(new Candidate("", label, words.get("command." + command.id()), "/" + command.id() + " "));
            }
        }
        return found;
    }

    private List<Candidate> usageOf(String word) {
        Words words = desk.words();
        for (DeskCommand command : commands.all()) {
            List<String> aliases = List.of(
                    words.orElse("command." + command.id() + ".alias", "").split(" ", -1));
            boolean meant = command.id().equals(word) || aliases.contains(word);
            if (meant && !usage(command).isEmpty()) {
                String label = "/" + command.id() + usage(command);
                return List.of(new Candidate("", label, words.get("command." + command.id()), ""));
            }
        }
        return List.of();
    }

    private String usage(DeskCommand command) {
        String usage = desk.words().orElse("command." + command.id() + ".usage", "");
        return usage.isEmpty() ? "" : " " + usage;
    }

    private List<Candidate> emojiFor(String begun) {
        String name = begun.startsWith("+") || begun.startsWith("-") ? begun + " " : begun;
        if (name.length() < MIN_EMOJI_LETTERS || begun.endsWith(":")) {
            return List.of();
        }
        return emoji.apply(begun, MAX_CANDIDATES).stream()
                .map(one -> new Candidate(
                        one.picture(),
                        one.shortcodes().isEmpty() ? one.label() : ":" + code(one, begun) + ":",
                        one.shortcodes().isEmpty() ? "" : one.label(),
                        one.sequence() + " "))
                .toList();
    }

    private static String code(Emoji emoji, String begun) {
        return emoji.shortcodes().stream()
                .filter(code -> code.startsWith(begun))
                .findFirst()
                .orElse(emoji.shortcodes().get(0));
    }

    private List<Candidate> peopleFor(String begun) {
        Target here = desk.current();
        Place place = here == null ? null : desk.model().find(here);
        if (here == null || place == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        if (here.isRoom()) {
            place.members().stream().map(MemberEntry::name).forEach(names::add);
        } else {
            names.add(here.name());
        }
        names.removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith(begun)
                || name.equals(desk.model().user()));
        names.sort(String.CASE_INSENSITIVE_ORDER);
        List<Candidate> found = new ArrayList<>();
        names.stream().limit(MAX_CANDIDATES).forEach(name -> found.add(person(name)));
        if (here.isRoom()) {
            addEverybody("all", begun, found);
            addEverybody("here", begun, found);
        }
        return found;
    }

    private Candidate person(String name) {
        UserEntry known = desk.model().person(name);
        String state = known == null ? "" : known.text();
        return new Candidate("", "@" + SafeText.line(name), SafeText.excerpt(state, MAX_WORD), "@" + name + " ");
    }

    private void addEverybody(String word, String begun, List<Candidate> found) {
        if (word.startsWith(begun)) {
            found.add(new Candidate("", "@" + word, desk.words().get("complete." + word), "@" + word + " "));
        }
    }

    private List<Candidate> roomsFor(String begun) {
        return desk.model().places().stream()
                .map(Place::where)
                .filter(where ->
                        where.isRoom() && where.name().toLowerCase(Locale.ROOT).startsWith(begun))
                .limit(MAX_CANDIDATES)
                .map(where -> new Candidate("", "#" + SafeText.line(where.name()), "", "#" + where.name() + " "))
                .toList();
    }
}
