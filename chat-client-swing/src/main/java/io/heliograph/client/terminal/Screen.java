package io.heliograph.client.terminal;

import io.heliograph.client.core.profile.TypedLines;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp;

/**
 * The line editor: input at the bottom, with the status line above it, and everything that happens above both.
 *
 * <p>Thread-safe: one thread reads, any thread prints.
 */
final class Screen {
    private static final String NEW_LINE_WIDGET = "heliograph-new-line";
    /** Lines that may hold the password of a room are not kept. */
    private static final String SECRETS = "/join * *:/j * *:/mode password*:/mode PASSWORD*";

    private static final char HIDDEN = 0;
    /** ECMA-48 ED, and xterm's extension of it that drops the lines scrolled out; then to the upper left. */
    private static final String WIPE = "\u001b[2J\u001b[3J\u001b[H";

    private static final long TYPING_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

    private final Terminal terminal;
    private final ReflowingReader reader;
    private final Object promptLock = new Object();
    private boolean locked;
    private int hiddenCount;
    private AttributedString status = AttributedString.EMPTY;
    private String place = "";

    Screen(Terminal terminal, ConversationCompleter completer, TypedLines typed) {
        this.terminal = terminal;
        DefaultParser parser = new DefaultParser();
        // What is typed is what is said: no quotes, no escapes, no history expansion.
        parser.setEscapeChars(new char[0]);
        parser.setQuoteChars(new char[0]);
        this.reader = new ReflowingReader(terminal, "heliograph", variables());
        reader.setParser(parser);
        reader.setCompleter(completer);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, true);
        reader.option(LineReader.Option.INSERT_TAB, false);
        reader.option(LineReader.Option.COMPLETE_MATCHER_TYPO, false);
        reader.setHistory(new KeptHistory(reader, typed));
        bindNewLine();
    }

    /**
     * {@code draft} stands there already. Throws what JLine throws: UserInterruptException for Ctrl+C,
     * EndOfFileException for Ctrl+D.
     */
    String readLine(String draft) {
        return reader.readLine(prompt(), null, (Character) null, draft.isEmpty() ? null : draft);
    }

    /** Shows nothing of what is typed, keeps nothing, and completes nothing. */
    String readSecret(String question) {
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.setVariable(LineReader.DISABLE_COMPLETION, true);
        try {
            return reader.readLine(question, HIDDEN);
        } finally {
            reader.setVariable(LineReader.DISABLE_COMPLETION, false);
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }

    /** Takes everything from the screen, and prints nothing until {@link #unlock}. */
    void lock() {
        synchronized (promptLock) {
            locked = true;
            hiddenCount = 0;
        }
        wipe();
    }

    boolean isLocked() {
        synchronized (promptLock) {
            return locked;
        }
    }

    /** Returns how many lines were not printed. */
    int unlock() {
        synchronized (promptLock) {
            locked = false;
            return hiddenCount;
        }
    }

    /** The screen, and what was scrolled out of it, as far as the terminal lets it be taken away. */
    void wipe() {
        terminal.writer().write(WIPE);
        terminal.flush();
    }

    void bell() {
        terminal.puts(InfoCmp.Capability.bell);
        terminal.flush();
    }

    void print(AttributedString line) {
        synchronized (promptLock) {
            if (locked) {
                hiddenCount++;
                return;
            }
        }
        reader.printAbove(line);
    }

    void clear() {
        terminal.puts(InfoCmp.Capability.clear_screen);
        terminal.flush();
    }

    int columns() {
        return terminal.getWidth();
    }

    /** Shows where the user talks to and how things are; costs nothing if neither has changed. */
    void show(AttributedString newStatus, String newPlace) {
        synchronized (promptLock) {
            if (newStatus.equals(status) && newPlace.equals(place)) {
                return;
            }
            status = newStatus;
            place = newPlace;
            if (locked) {
                return;
            }
        }
        if (reader.isReading()) {
            reader.setPrompt(prompt());
            redisplay();
        }
    }

    /**
     * {@code onKey} is told of each key that writes something; {@code onTyping}, about every second, that a text is
     * being written.
     */
    void watchTyping(Runnable onKey, Runnable onTyping) {
        Widget insert = Objects.requireNonNull(reader.getWidgets().get(LineReader.SELF_INSERT), LineReader.SELF_INSERT);
        long[] toldNs = {System.nanoTime() - TYPING_EVERY_NS};
        reader.getWidgets().put(LineReader.SELF_INSERT, () -> {
            boolean inserted = insert.apply();
            onKey.run();
            String text = reader.getBuffer().toString();
            boolean isText = !text.isBlank() && (!text.startsWith("/") || text.startsWith("//"));
            if (isText && System.nanoTime() - toldNs[0] >= TYPING_EVERY_NS) {
                toldNs[0] = System.nanoTime();
                onTyping.run();
            }
            return inserted;
        });
    }

    private static Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put(LineReader.HISTORY_SIZE, TypedLines.MAX_LINES);
        variables.put(LineReader.HISTORY_IGNORE, SECRETS);
        variables.put(LineReader.BELL_STYLE, "none");
        variables.put(LineReader.SECONDARY_PROMPT_PATTERN, "");
        return variables;
    }

    private void bindNewLine() {
        reader.getWidgets().put(NEW_LINE_WIDGET, () -> {
            reader.getBuffer().write("\n");
            return true;
        });
        Reference newLine = new Reference(NEW_LINE_WIDGET);
        KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN), LineReader.MAIN);
        keys.bind(newLine, KeyMap.alt('\r'), KeyMap.alt('\n'));
    }

    private String prompt() {
        synchronized (promptLock) {
            return new AttributedStringBuilder()
                    .append(status)
                    .append("\n")
                    .append(place)
                    .append("> ")
                    .toAnsi(terminal);
        }
    }

    private void redisplay() {
        try {
            reader.callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException e) {
            // The line was finished in this very moment; the next prompt shows the change.
            terminal.flush();
        }
    }
}
