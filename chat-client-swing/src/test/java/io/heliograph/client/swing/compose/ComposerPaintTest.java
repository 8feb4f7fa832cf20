package io.heliograph.client.swing.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.emoji.EmojiPicker;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.theme.Snapshots;
import io.heliograph.client.swing.words.Words;
import java.awt.ComponentOrientation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;

/** The composer painted without a display, for people to look at, and measured. */
class ComposerPaintTest {
    private static final int WIDTH = 860;

    @Test
    void growsFromOneLineToSix() {
        Snapshots.onEventThread(() -> {
            for (boolean dark : new boolean[] {false, true}) {
                String theme = dark ? "dark" : "light";
                ComposerPanel composer = composer(dark, Locale.GERMAN);
                assertEquals(60, height(composer));
                shoot(composer.component(), "chat", 2, "composer-empty-" + theme);
                composer.setText("Wow \uD83D\uDE0D\uD83C\uDFD4\uFE0F that \uD83D\uDC4D\uD83C\uDFFD is it");
                height(composer);
                shoot(composer.component(), "chat", 2, "composer-emoji-" + theme);
                assertEquals(60, height(composer), "an emoji makes the field no higher");
                composer.showContext(new ComposerView.Context(
                        false, "Antwort an Zo\u00eb M\u00fcller", "Please read before the review at 15:00"));
                composer.setText("one\ntwo \uD83D\uDE80\nthree\nfour");
                height(composer);
                shoot(composer.component(), "chat", 2, "composer-reply-" + theme);
                composer.showContext(null);
                int six = heightOf(composer, 6);
                assertTrue(six > heightOf(composer, 5));
                assertEquals(six, heightOf(composer, 12));
            }
            return true;
        });
    }

    @Test
    void standsTheOtherWayRound() {
        Snapshots.onEventThread(() -> {
            ComposerPanel composer = composer(false, Locale.ENGLISH);
            composer.showContext(new ComposerView.Context(true, "Editing your message", "\u05e9\u05dc\u05d5\u05dd"));
            composer.component().applyComponentOrientation(ComponentOrientation.RIGHT_TO_LEFT);
            composer.setText("\u05e9\u05dc\u05d5\u05dd \uD83D\uDC4D");
            height(composer);
            shoot(composer.component(), "chat", 2, "composer-mirrored");
            return true;
        });
    }

    /** What is wanted at the first painting is there at the second. */
    private static void shoot(JComponent component, String use, int scale, String name) {
        Snapshots.shoot(component, use, scale, name);
        Snapshots.shoot(component, use, scale, name);
    }

    private static int heightOf(ComposerPanel composer, int lines) {
        composer.setText("x\n".repeat(lines - 1) + "x");
        return height(composer);
    }

    private static int height(ComposerPanel composer) {
        JComponent component = composer.component();
        for (int round = 0; round < 2; round++) {
            component.invalidate();
            component.setSize(WIDTH, component.getPreferredSize().height);
            Snapshots.layOut(component);
        }
        return component.getPreferredSize().height;
    }

    private static ComposerPanel composer(boolean dark, Locale locale) {
        Snapshots.theme(dark);
        Words words = Words.in(locale);
        EmojiStock stock = new EmojiStock(Locale.ENGLISH, Runnable::run, Runnable::run);
        stock.load();
        Settings settings = new Fixed();
        Intake nobody = new Intake() {
            @Override
            public void onFiles(List<Path> files) {}

            @Override
            public void onFiles(Target where, List<Path> files) {}

            @Override
            public void onPicture() {}
        };
        ComposerPanel composer = new ComposerPanel(
                new ComposerPanel.Parts(words, stock, new EmojiPicker(stock, words, settings), settings, nobody));
        composer.setActions(new Deed("attach", () -> {}), new Deed("emoji", () -> {}));
        composer.setPlaceholder(words.get("composer.placeholder", "Platform team"));
        composer.setUsable(true);
        return composer;
    }

    /** Nothing is remembered. */
    private static final class Fixed implements Settings {
        @Override
        public DesktopSettings get() {
            return DesktopSettings.DEFAULT;
        }

        @Override
        public void change(UnaryOperator<DesktopSettings> change) {}
    }
}
