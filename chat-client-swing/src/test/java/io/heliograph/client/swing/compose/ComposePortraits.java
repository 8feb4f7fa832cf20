package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.emoji.EmojiPicker;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.emoji.SampleEmoji;
import io.heliograph.client.swing.settings.FixedSettings;
import io.heliograph.client.swing.words.Words;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;

/** The composer, the words that complete what is written, and the question before all are called. */
public final class ComposePortraits {
    private static final int WIDTH = 640;

    private ComposePortraits() {}

    public static List<Portrait> all() {
        return List.of(
                Portrait.of("composer", WIDTH, 60, locale -> composer(locale).component()),
                Portrait.of("composer-chip", WIDTH, 160, locale -> {
                    ComposerPanel composer = composer(locale);
                    composer.showContext(new ComposerView.Context(
                            false,
                            Words.in(locale).get("composer.answering", "Zo\u00eb M\u00fcller"),
                            "Please read before the review at 15:00"));
                    composer.setText("one\ntwo \uD83D\uDE80\n\u05e9\u05dc\u05d5\u05dd");
                    return composer.component();
                }),
                Portrait.of("completion", 440, 130, ComposePortraits::completion),
                Portrait.of("call", locale -> new CallQuestion(Words.in(locale), new FixedSettings())
                        .make(47, () -> {})
                        .body()));
    }

    private static ComposerPanel composer(Locale locale) {
        Words words = Words.in(locale);
        ComposerPanel composer = bare(locale);
        composer.setActions(
                new Deed(words.get("command.send"), () -> {}), new Deed(words.get("command.emoji"), () -> {}));
        composer.setPlaceholder(words.get("composer.placeholder", "Platform team"));
        composer.setUsable(true);
        return composer;
    }

    /** Without its buttons, which a window adds. */
    public static ComposerPanel bare(Locale locale) {
        Words words = Words.in(locale);
        EmojiStock stock = SampleEmoji.stock(locale);
        FixedSettings settings = new FixedSettings();
        return new ComposerPanel(new ComposerPanel.Parts(
                words, stock, new EmojiPicker(stock, words, settings), settings, Portrait.nothing(Intake.class)));
    }

    private static JComponent completion(Locale locale) {
        Words words = Words.in(locale);
        EmojiStock stock = SampleEmoji.stock(locale);
        JRootPane root = new JRootPane();
        JLayeredPane field = new JLayeredPane();
        root.getContentPane().add(field, BorderLayout.CENTER);
        CompletionCard card = new CompletionCard(words, stock, field, (completion, candidate) -> {});
        root.applyComponentOrientation(java.awt.ComponentOrientation.getOrientation(locale));
        card.show(new Completion(
                0,
                1,
                List.of(
                        new Candidate("1f692", ":fire_engine:", "fire engine", "x"),
                        new Candidate("", "@all", words.get("complete.all"), "x"),
                        new Candidate("", "/read-only", words.get("command.read-only"), "x"))));
        card.move(1);
        JComponent component = card.component();
        root.getLayeredPane().remove(component);
        return component;
    }
}
