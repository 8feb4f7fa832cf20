package io.heliograph.client.swing.actions;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Floating;
import io.heliograph.client.swing.control.FloatingCard;
import io.heliograph.client.swing.emoji.EmojiIcon;
import io.heliograph.client.swing.emoji.EmojiPicker;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.emoji.EmojiTable;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Six emoji beside a message, and a way to all others. Event dispatch thread only. */
final class QuickReactions {
    private static final List<String> FIRST =
            List.of("\uD83D\uDC4D", "\u2764\uFE0F", "\uD83D\uDE02", "\uD83D\uDE2E", "\uD83D\uDE22", "\uD83C\uDF89");

    private final Words words;
    private final EmojiStock stock;
    private final EmojiPicker picker;
    private final MessageDeck deck;
    private @Nullable Floating open;

    QuickReactions(Words words, EmojiStock stock, EmojiPicker picker, MessageDeck deck) {
        this.words = words;
        this.stock = stock;
        this.picker = picker;
        this.deck = deck;
    }

    /** Over the bubble of {@code entry}, or near it. */
    void show(ShownEntry entry, Consumer<String> chosen) {
        stock.whenReady(() -> {
            EmojiTable table = stock.table();
            if (table != null) {
                show(entry, table, chosen);
            }
        });
    }

    private void show(ShownEntry entry, EmojiTable table, Consumer<String> chosen) {
        close();
        Rectangle bubble = deck.boundsOf(entry);
        FloatingCard card = card(table, chosen, new Point(bubble.x + bubble.width / 2, bubble.y));
        Dimension size = card.getPreferredSize();
        Rectangle at = new Rectangle(bubble.x, bubble.y - size.height + UIScale.scale(4), size.width, size.height);
        open = Floating.show(card, deck, at, () -> open = null);
        card.getComponent(0).requestFocusInWindow();
    }

    /** {@code more} is where the picker of all emoji opens. */
    FloatingCard card(EmojiTable table, Consumer<String> chosen, Point more) {
        FloatingCard card = new FloatingCard(new MigLayout("insets 4 6 4 6, gap 2"), 22);
        card.setName("reactions");
        for (String emoji : FIRST) {
            String picture = table.picture(emoji);
            JButton button = new JButton(new Deed("", () -> {
                close();
                chosen.accept(emoji);
            }));
            if (picture == null) {
                button.setText(emoji);
            } else {
                button.setIcon(new EmojiIcon(stock, picture, 24));
            }
            add(card, button, labelOf(table, emoji));
        }
        Deed all = new Deed(words.get("react.more"), () -> {
            close();
            picker.show(deck, more, chosen);
        });
        add(card, Controls.icon(all, "ellipsis", 18, "muted"), words.get("react.more"));
        return card;
    }

    private void add(FloatingCard card, JButton button, String name) {
        Controls.style(button, "icon");
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setToolTipText(name);
        Controls.named(button, name);
        bind(button, "LEFT", -1);
        bind(button, "RIGHT", 1);
        button.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "pressed");
        button.getInputMap().put(KeyStroke.getKeyStroke("released ENTER"), "released");
        card.add(button);
    }

    private static void bind(JComponent button, String key, int step) {
        button.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        button.getActionMap().put(key, new Deed("", () -> {
            Component[] all = button.getParent().getComponents();
            int at = List.of(all).indexOf(button);
            all[Math.floorMod(at + step, all.length)].requestFocusInWindow();
        }));
    }

    private static String labelOf(EmojiTable table, String emoji) {
        return table.all().stream()
                .filter(known -> known.sequence().equals(emoji))
                .map(known -> known.label())
                .findFirst()
                .orElse(emoji);
    }

    private void close() {
        if (open != null) {
            open.close();
        }
    }
}
