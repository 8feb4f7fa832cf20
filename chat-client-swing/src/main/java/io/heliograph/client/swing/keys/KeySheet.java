package io.heliograph.client.swing.keys;

import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** The commands as the sheet shows them, and what comes of a key that is chosen. Event dispatch thread only. */
public final class KeySheet {
    private final CommandRegistry commands;
    private final KeyMap keys;
    private final Words words;

    public KeySheet(CommandRegistry commands, KeyMap keys, Words words) {
        this.commands = commands;
        this.keys = keys;
        this.words = words;
    }

    /**
     * One command.
     *
     * @param slash how it is written
     * @param keys what it is pressed with; empty for nothing
     * @param rowKeys what does it where a message has the focus; cannot be chosen
     * @param chosen not the usual keys
     */
    record Row(DeskCommand command, String name, String slash, String keys, String rowKeys, boolean chosen) {
        /** Both, as they are read behind one another. */
        String allKeys() {
            return keys.isEmpty() || rowKeys.isEmpty() ? keys + rowKeys : keys + "   " + rowKeys;
        }
    }

    /** Those that have {@code filter} in their name, their word or their keys. */
    List<Row> rows(String filter) {
        String wanted = filter.strip().toLowerCase(words.locale());
        List<Row> rows = new ArrayList<>();
        for (DeskCommand command : commands.all()) {
            String usage = words.orElse("command." + command.id() + ".usage", "");
            Row row = new Row(
                    command,
                    words.get("command." + command.id()),
                    "/" + command.id() + (usage.isEmpty() ? "" : " " + usage),
                    KeyNames.of(keys.of(command)),
                    KeyNames.of(keys.ofRow(command)),
                    keys.isChosen(command));
            String all = (row.name() + " " + row.slash() + " " + row.allKeys()).toLowerCase(words.locale());
            if (all.contains(wanted)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Gives {@code key} to {@code command}; returns what is wrong with it, or nothing. */
    String choose(DeskCommand command, KeyStroke key) {
        if (!KeyNames.isFree(key)) {
            return words.get("keys.plain", KeyNames.of(key));
        }
        DeskCommand holder = holder(command, key);
        if (holder != null) {
            String name = words.get("command." + holder.id());
            return words.get("keys.taken", KeyNames.of(key), name);
        }
        keys.choose(command, List.of(key));
        return "";
    }

    void clear(DeskCommand command) {
        keys.choose(command, List.of());
    }

    void reset(DeskCommand command) {
        keys.reset(command);
    }

    private @Nullable DeskCommand holder(DeskCommand wanting, KeyStroke key) {
        List<DeskCommand> others = new ArrayList<>(commands.all());
        others.removeIf(other -> other.id().toLowerCase(Locale.ROOT).equals(wanting.id()));
        return keys.holder(key, others);
    }
}
