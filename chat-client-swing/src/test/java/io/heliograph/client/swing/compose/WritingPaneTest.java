package io.heliograph.client.swing.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.theme.Snapshots;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.text.DefaultEditorKit;
import javax.swing.text.StyleConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The field with its emoji, without a display. */
class WritingPaneTest {
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";
    private static final String THUMB = "\uD83D\uDC4D";
    private static final String TONE = "\uD83C\uDFFD";
    private static final int MAX_CHARS = 50_000;

    private int refused;

    @Test
    void anEmojiIsOneThingForCaretAndDeletion() {
        on(pane -> {
            pane.load("a" + FAMILY + "b" + THUMB + TONE);
            act(pane, DefaultEditorKit.backwardAction);
            assertEquals(2 + FAMILY.length(), pane.getCaretPosition());
            act(pane, DefaultEditorKit.backwardAction);
            act(pane, DefaultEditorKit.backwardAction);
            assertEquals(1, pane.getCaretPosition());
            act(pane, DefaultEditorKit.forwardAction);
            assertEquals(1 + FAMILY.length(), pane.getCaretPosition());
            act(pane, DefaultEditorKit.deletePrevCharAction);
            assertEquals("ab" + THUMB + TONE, pane.getText());
            pane.setCaretPosition(2);
            act(pane, DefaultEditorKit.deleteNextCharAction);
            assertEquals("ab", pane.getText());
        });
    }

    @Test
    void eachEmojiHasAPictureOfItsOwn() {
        on(pane -> {
            pane.load(THUMB + THUMB + " x");
            Icon first = iconAt(pane, 0);
            assertNotNull(first);
            assertNotSame(first, iconAt(pane, THUMB.length()));
            assertEquals(null, iconAt(pane, 2 * THUMB.length() + 1));
            // What is typed behind an emoji is text, and a tone typed behind it becomes a part of it.
            pane.put(THUMB.length(), THUMB.length(), TONE);
            assertEquals(iconAt(pane, 0), iconAt(pane, THUMB.length()));
            pane.put(0, 0, "y");
            assertEquals(null, iconAt(pane, 0));
        });
    }

    @Test
    void takesBackWhatWasTypedByWords() {
        on(pane -> {
            pane.load("");
            for (char letter : "one two".toCharArray()) {
                pane.replaceSelection(String.valueOf(letter));
            }
            act(pane, "ctrl Z");
            assertEquals("one ", pane.getText());
            act(pane, "ctrl Z");
            assertEquals("", pane.getText());
            act(pane, "ctrl Z");
            act(pane, "ctrl Y");
            act(pane, "ctrl shift Z");
            assertEquals("one two", pane.getText());
            pane.replaceSelection(TONE);
            act(pane, "ctrl Z");
            assertEquals("one two", pane.getText());
        });
    }

    @Test
    void takesBackATonePutToAnEmoji() {
        on(pane -> {
            pane.load(THUMB);
            pane.replaceSelection(TONE);
            act(pane, "ctrl Z");
            assertEquals(THUMB, pane.getText());
        });
    }

    @Test
    void marksGoAroundTheSelectionAndAwayAgain() {
        on(pane -> {
            pane.load("so big a word");
            pane.select(3, 6);
            pane.surround("**");
            assertEquals("so **big** a word", pane.getText());
            assertEquals("big", pane.getSelectedText());
            pane.surround("**");
            assertEquals("so big a word", pane.getText());
            pane.load("");
            pane.surround("`");
            assertEquals("``", pane.getText());
            assertEquals(1, pane.getCaretPosition());
        });
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aLongTextStaysQuickAndHasABound() {
        on(pane -> {
            pane.load("wörter und ".repeat(4_000) + THUMB);
            for (int count = 0; count < 300; count++) {
                pane.replaceSelection("é");
            }
            int length = pane.getText().length();
            pane.replaceSelection("x".repeat(10_000));
            assertEquals(length, pane.getText().length());
            assertEquals(1, refused);
        });
    }

    private void on(Consumer<WritingPane> test) {
        Snapshots.onEventThread(() -> {
            Snapshots.theme(false);
            EmojiStock stock = new EmojiStock(Locale.ENGLISH, Runnable::run, Runnable::run);
            WritingPane pane = new WritingPane(stock, MAX_CHARS, () -> refused++);
            stock.load();
            pane.setSize(400, 200);
            pane.print(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB)
                    .createGraphics()); // places come of painting
            test.accept(pane);
            assertFalse(pane.isComposing());
            assertTrue(pane.isEditable());
            return true;
        });
    }

    private static Icon iconAt(WritingPane pane, int offset) {
        return StyleConstants.getIcon(
                pane.getStyledDocument().getCharacterElement(offset).getAttributes());
    }

    private static void act(WritingPane pane, String action) {
        pane.getActionMap().get(action).actionPerformed(new ActionEvent(pane, ActionEvent.ACTION_PERFORMED, ""));
    }
}
