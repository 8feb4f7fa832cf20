package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageList;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** The menu of a message, and the keys that do the same where a message has the focus. Event dispatch thread only. */
final class MessageMenu {
    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("react", "smile-plus"),
            Map.entry("reply", "reply"),
            Map.entry("edit", "pencil"),
            Map.entry("copy", "copy"),
            Map.entry("forward", "forward"),
            Map.entry("pin", "pin"),
            Map.entry("unpin", "pin-off"),
            Map.entry("info", "info"),
            Map.entry("delete", "trash-2"),
            Map.entry("get", "download"),
            Map.entry("open-file", "external-link"),
            Map.entry("show-file", "folder-open"),
            Map.entry("pause-file", "pause"),
            Map.entry("resume-file", "play"),
            Map.entry("cancel-file", "x"));

    private final Words words;
    private final MessageDeck deck;
    private final Function<String, DeskCommand> commands;
    private final LinkOpening links;
    private final List<MessageExtras> extras = new ArrayList<>();

    MessageMenu(Words words, MessageDeck deck, Function<String, DeskCommand> commands, LinkOpening links) {
        this.words = words;
        this.deck = deck;
        this.commands = commands;
        this.links = links;
    }

    void add(MessageExtras extra) {
        extras.add(extra);
    }

    /** Each command has its key of a row in the words, as {@code command.ID.row}. */
    void bindKeys(Supplier<@Nullable Desk> desk) {
        for (String id : MessageChoices.ALL) {
            for (KeyStroke key : keys(id)) {
                deck.bindRowKey(key, id, entry -> {
                    Desk open = desk.get();
                    if (open != null && MessageChoices.of(entry, open).contains(id)) {
                        deck.act(entry, () -> commands.apply(id).run(open, ""));
                    }
                });
            }
        }
    }

    void show(Desk desk, ShownEntry entry, Point at) {
        MessageList list = deck.current();
        if (list == null) {
            return;
        }
        JPopupMenu menu = make(desk, entry, list.places().linkAt(at));
        if (menu.getComponentCount() > 0) {
            menu.show(list, at.x, at.y);
        }
    }

    /** {@code link} is what the pointer is on; null for no link. */
    JPopupMenu make(Desk desk, ShownEntry entry, @Nullable String link) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("message.menu");
        if (link != null) {
            menu.add(item("external-link", words.get("link.open"), () -> links.ask(link)));
            menu.add(item("link", words.get("link.copy"), () -> MessageFeature.toClipboard(link)));
            menu.addSeparator();
        }
        for (String id : MessageChoices.of(entry, desk)) {
            if (id.equals("info")) {
                addExtras(menu, desk, entry);
            } else if (id.equals("delete")) {
                menu.addSeparator();
            }
            menu.add(item(desk, entry, commands.apply(id)));
        }
        menu.applyComponentOrientation(deck.getComponentOrientation());
        return menu;
    }

    private void addExtras(JPopupMenu menu, Desk desk, ShownEntry entry) {
        List<DeskCommand> more =
                extras.stream().flatMap(extra -> extra.fitting(entry).stream()).toList();
        if (!more.isEmpty()) {
            if (menu.getComponentCount() > 0) {
                menu.addSeparator();
            }
            more.forEach(command -> menu.add(item(desk, entry, command)));
            menu.addSeparator();
        }
    }

    private JMenuItem item(Desk desk, ShownEntry entry, DeskCommand command) {
        String id = command.id();
        Runnable deed = () -> deck.act(entry, () -> command.run(desk, ""));
        JMenuItem item = item(ICONS.getOrDefault(id, "ellipsis"), words.get("command." + id), deed);
        item.setName("message." + id);
        keys(id).stream().findFirst().ifPresent(item::setAccelerator);
        return item;
    }

    private static JMenuItem item(String icon, String text, Runnable deed) {
        JMenuItem item = new JMenuItem(new Deed(text, deed));
        item.setIcon(Icons.of(icon, 16, "muted"));
        return Controls.named(item, text);
    }

    private List<KeyStroke> keys(String id) {
        List<KeyStroke> keys = new ArrayList<>();
        for (String key : words.orElse("command." + id + ".row", "").split("[|]", -1)) {
            KeyStroke stroke = key.isBlank() ? null : KeyStroke.getKeyStroke(key.strip());
            if (stroke != null) {
                keys.add(stroke);
            }
        }
        return keys;
    }
}
