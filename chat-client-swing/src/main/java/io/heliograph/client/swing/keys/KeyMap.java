package io.heliograph.client.swing.keys;

import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * The keys of each command: those that the user has chosen, else those of the texts. Event dispatch thread only.
 *
 * <p>A choice is kept under {@code key.ID}; {@value #NONE} stands for no key at all.
 */
public final class KeyMap {
    private static final String KEPT = "key.";
    private static final String NONE = "none";
    private static final String OR = "|";

    private final Words words;
    private final Settings settings;
    private final List<Runnable> listeners = new ArrayList<>();

    public KeyMap(Words words, Settings settings) {
        this.words = words;
        this.settings = settings;
    }

    /** Called after each change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** All keys of {@code command}; the first is the one that menus show. */
    public List<KeyStroke> of(DeskCommand command) {
        String chosen = settings.get().kept(KEPT + command.id());
        return parse(chosen.isEmpty() ? standard(command) : chosen);
    }

    /** The keys that do it where a message has the focus. */
    public List<KeyStroke> ofRow(DeskCommand command) {
        return parse(words.orElse("command." + command.id() + ".row", ""));
    }

    /** The user has chosen other keys than the usual ones. */
    public boolean isChosen(DeskCommand command) {
        return !settings.get().kept(KEPT + command.id()).isEmpty();
    }

    /** The one of {@code others} that has {@code key}; null for none. */
    public @Nullable DeskCommand holder(KeyStroke key, List<DeskCommand> others) {
        for (DeskCommand other : others) {
            if (of(other).contains(key)) {
                return other;
            }
        }
        return null;
    }

    /** {@code keys} may be empty: then no key does it. */
    public void choose(DeskCommand command, List<KeyStroke> keys) {
        String kept = keys.isEmpty() ? NONE : keys.stream().map(String::valueOf).collect(Collectors.joining(OR));
        keep(command, parse(standard(command)).equals(keys) ? "" : kept);
    }

    /** Back to the usual ones. */
    public void reset(DeskCommand command) {
        keep(command, "");
    }

    private void keep(DeskCommand command, String kept) {
        settings.change(before -> before.withKept(KEPT + command.id(), kept));
        listeners.forEach(Runnable::run);
    }

    private String standard(DeskCommand command) {
        return words.orElse("command." + command.id() + ".key", "");
    }

    /** What cannot be read is left out. */
    private static List<KeyStroke> parse(String text) {
        List<KeyStroke> keys = new ArrayList<>();
        for (String key : text.split("[|]", -1)) {
            KeyStroke stroke = key.isBlank() || key.equals(NONE) ? null : KeyStroke.getKeyStroke(key.strip());
            if (stroke != null) {
                keys.add(stroke);
            }
        }
        return keys;
    }
}
