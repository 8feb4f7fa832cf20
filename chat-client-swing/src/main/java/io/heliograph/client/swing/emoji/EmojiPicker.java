package io.heliograph.client.swing.emoji;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Floating;
import io.heliograph.client.swing.control.FloatingCard;
import io.heliograph.client.swing.emoji.EmojiShelf.Offer;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Lets the user choose an emoji: by search, by group, among the last ones, in a skin tone. One for all of the desktop.
 *
 * <p>Event dispatch thread only.
 */
public final class EmojiPicker {
    private final EmojiStock stock;
    private final Words words;
    private final EmojiHabits habits;
    private @Nullable Floating open;

    public EmojiPicker(EmojiStock stock, Words words, Settings settings) {
        this.stock = stock;
        this.words = words;
        this.habits = new EmojiHabits(settings);
    }

    /** What the user takes; also for rows of quick ones. */
    public EmojiHabits habits() {
        return habits;
    }

    /**
     * Shows the picker with its lower trailing corner at {@code at}, which is a point of {@code invoker}, or as near
     * as it fits into the window. {@code onChosen} is given the characters; with Shift held the picker stays and may
     * tell more.
     */
    public void show(Component invoker, Point at, Consumer<String> onChosen) {
        stock.whenReady(() -> {
            EmojiTable table = stock.table();
            if (table != null && invoker.isShowing()) {
                show(invoker, at, table, onChosen);
            }
        });
    }

    /** Closes what is open. */
    public void close() {
        if (open != null) {
            open.close();
        }
    }

    private void show(Component invoker, Point at, EmojiTable table, Consumer<String> onChosen) {
        close();
        EmojiShelves shelves = new EmojiShelves(table, habits);
        Choice choice = new Choice(shelves, onChosen);
        EmojiPanel panel = new EmojiPanel(words, stock, table, shelves.offered(""), choice);
        choice.panel = panel;
        panel.component().applyComponentOrientation(invoker.getComponentOrientation());
        open = Floating.show(panel.component(), invoker, bounds(invoker, at), () -> open = null);
        choice.onTone(habits.tone());
    }

    /** Above {@code at}, or under it where there is no room. */
    private static Rectangle bounds(Component invoker, Point at) {
        int width = UIScale.scale(EmojiPanel.WIDTH + 2 * FloatingCard.SHADOW);
        int height = UIScale.scale(EmojiPanel.HEIGHT + 2 * FloatingCard.SHADOW);
        int edge = UIScale.scale(FloatingCard.SHADOW);
        boolean leftToRight = invoker.getComponentOrientation().isLeftToRight();
        int x = leftToRight ? at.x - width + edge : at.x - edge;
        Component root = SwingUtilities.getRoot(invoker);
        int room = root == null ? height : SwingUtilities.convertPoint(invoker, at, root).y;
        return new Rectangle(x, room >= height ? at.y - height : at.y, width, height);
    }

    /** One showing. */
    private final class Choice implements EmojiPanel.Gestures {
        private final EmojiShelves shelves;
        private final Consumer<String> onChosen;
        private @Nullable EmojiPanel panel;

        Choice(EmojiShelves shelves, Consumer<String> onChosen) {
            this.shelves = shelves;
            this.onChosen = onChosen;
        }

        @Override
        public void onQuery(String query) {
            if (panel != null) {
                panel.showRows(new EmojiRows(shelves.offered(query)), !query.isBlank());
            }
        }

        @Override
        public void onTone(int tone) {
            habits.setTone(tone);
            if (panel != null) {
                panel.showTone(tone);
                onQuery(panel.search().getText());
            }
        }

        @Override
        public void onChosen(Offer offer, boolean stay) {
            habits.take(offer.sequence());
            if (!stay) {
                close();
            }
            onChosen.accept(offer.sequence());
        }
    }
}
