package io.heliograph.client.swing;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

/** What a person does at the conversations of a window. */
record Talk(Window window, Path shots) {
    private static final Path SHOTS = Path.of("target", "screenshots");

    /** Pictures go into a folder of this name. */
    static Talk at(Window window, String shots) {
        return new Talk(window, SHOTS.resolve(shots));
    }

    /** Until the conversation named {@code title} is open. */
    void isIn(String title) throws Exception {
        window.until(
                "the conversation " + title,
                () -> window.find(JLabel.class, "header").getText().equals(title));
    }

    /** Into the composer, and off it goes. */
    void say(String line) throws Exception {
        window.focus("composer");
        window.fill("composer", line);
        window.key(KeyEvent.VK_ENTER);
        window.until("it sent", () -> written().isEmpty());
    }

    /** A row of the open conversation holds {@code part}. */
    void sees(String part) throws Exception {
        window.until("the message " + part, () -> hasSeen(part));
    }

    boolean hasSeen(String part) {
        return window.names("messages").stream().anyMatch(name -> name.contains(part));
    }

    /** What stands in the composer; on the event thread. */
    String written() {
        return window.find(JTextComponent.class, "composer").getText();
    }

    /** Until a dialog is there, whole and named; its picture is kept. */
    void hasDialog(String name) throws Exception {
        window.until("the dialog " + name, () -> window.shows(name));
        shoot(name);
        unnamedIsNothing();
    }

    /** Until a dialog has gone and the window is in front again. */
    void hasNoDialog(String name) throws Exception {
        window.until("no dialog " + name, () -> !window.shows(name) && window.isInFront());
    }

    /** As soon as it hears keys. */
    void escape(String dialog) throws Exception {
        window.until("the focus in " + dialog, () -> Window.isActive(dialog));
        window.key(KeyEvent.VK_ESCAPE);
        hasNoDialog(dialog);
    }

    void shoot(String name) throws Exception {
        window.shootScreen(shots.resolve(name + ".png"));
    }

    void unnamedIsNothing() throws Exception {
        List<String> unnamed = window.unnamed();
        if (!unnamed.isEmpty()) {
            throw new AssertionError("without a name: " + unnamed);
        }
    }
}
