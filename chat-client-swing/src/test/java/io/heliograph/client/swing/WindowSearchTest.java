package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.InputMethodEvent;
import java.awt.event.KeyEvent;
import java.awt.font.TextAttribute;
import java.awt.font.TextHitInfo;
import java.awt.im.InputMethodHighlight;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Old lines are found and left again by keys alone; an input method writes what keys cannot. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowSearchTest {
    private static final int LINES = 60;
    private static final String COMPOSED = "deng";
    private static final String COMMITTED = "\u706f";

    @TempDir
    Path folder;

    @Test
    void aReaderFindsAndReturnsAndWritesByAnInputMethod() throws Exception {
        try (Day day = Day.begin(folder)) {
            Window window = day.open("ann", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(window, "search");
            talk.isIn("lobby");
            TerminalPeer ben = day.meets("ben");
            ben.says("the lantern hangs at the pier");
            for (int line = 0; line < LINES; line++) {
                ben.says("line " + line + " of a long evening");
            }
            ben.says("another lantern, brighter");
            talk.sees("another lantern");
            here(talk);
            everywhere(talk);
            compose(talk, ben);
            day.leave();
        }
    }

    /** The bar over the messages: up and down go round, Escape leads back to writing. */
    private static void here(Talk talk) throws Exception {
        Window window = talk.window();
        window.focus("composer");
        window.type("half a thought");
        window.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        window.until("the bar", () -> window.has("find.field") && focused(window, "find.field"));
        window.type("lantern");
        window.until("both", () -> count(window).contains("2"));
        String first = Window.edt(() -> count(window));
        talk.shoot("bar");
        talk.unnamedIsNothing();
        window.key(KeyEvent.VK_UP);
        window.until("the older", () -> !count(window).equals(first));
        assertTrue(Window.edt(() -> focused(window, "find.field")));
        window.key(KeyEvent.VK_DOWN);
        window.until("the newer", () -> count(window).equals(first));
        window.key(KeyEvent.VK_ESCAPE);
        window.until("no bar", () -> !window.has("find.field") && focused(window, "composer"));
        assertEquals("half a thought", Window.edt(talk::written));
        window.fill("composer", "");
    }

    /** The panel beside the messages: a hit is opened, and left for where one was. */
    private static void everywhere(Talk talk) throws Exception {
        Window window = talk.window();
        window.focus("messages");
        window.key(KeyEvent.VK_END);
        window.focus("composer");
        window.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.until("the panel", () -> window.has("search.query") && focused(window, "search.query"));
        int before = Window.edt(() -> top(window));
        window.type("lantern");
        window.until("both", () -> window.names("search.hits").size() == 2);
        window.key(KeyEvent.VK_DOWN);
        window.until("the hits", () -> focused(window, "search.hits"));
        window.key(KeyEvent.VK_DOWN);
        window.key(KeyEvent.VK_DOWN);
        window.until("the old line", () -> top(window) != before);
        assertNotEquals(before, Window.edt(() -> top(window)));
        talk.shoot("hit");
        talk.unnamedIsNothing();
        window.key(KeyEvent.VK_ESCAPE);
        window.until("where one was", () -> !window.has("search.query") && top(window) == before);
        window.until("the composer", () -> focused(window, "composer"));
    }

    /** What is composed is underlined and not sent; Enter is the input method's until it has decided. */
    private static void compose(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        window.focus("composer");
        window.type("go ");
        input(window, COMPOSED, 0);
        window.until("it composed", () -> talk.written().equals("go " + COMPOSED));
        talk.shoot("composed");
        window.key(KeyEvent.VK_ENTER);
        assertEquals("go " + COMPOSED, Window.edt(talk::written));
        input(window, COMMITTED, COMMITTED.length());
        window.until("it decided", () -> talk.written().equals("go " + COMMITTED));
        window.key(KeyEvent.VK_ENTER);
        window.until("it sent", () -> talk.written().isEmpty());
        ben.await("\"message\"", "go " + COMMITTED);
    }

    /** As the platform's input method tells: {@code committed} of the characters are decided. */
    private static void input(Window window, String text, int committed) throws Exception {
        Window.gesture(() -> {
            JTextComponent composer = window.find(JTextComponent.class, "composer");
            AttributedString marked = new AttributedString(text);
            if (committed < text.length()) {
                marked.addAttribute(
                        TextAttribute.INPUT_METHOD_HIGHLIGHT, InputMethodHighlight.UNSELECTED_RAW_TEXT_HIGHLIGHT);
            }
            composer.dispatchEvent(new InputMethodEvent(
                    composer,
                    InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                    marked.getIterator(),
                    committed,
                    TextHitInfo.leading(text.length() - committed),
                    null));
        });
    }

    private static int top(Window window) {
        return window.find(JComponent.class, "messages").getVisibleRect().y;
    }

    private static String count(Window window) {
        return window.find(JLabel.class, "find.count").getText();
    }

    private static boolean focused(Window window, String name) {
        return window.find(JComponent.class, name).isFocusOwner();
    }
}
