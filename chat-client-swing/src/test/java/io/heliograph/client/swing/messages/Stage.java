package io.heliograph.client.swing.messages;

import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiTable;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.client.swing.theme.Accent;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.ThemeName;
import io.heliograph.client.swing.theme.Themes;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A message list that is laid out and painted without a display. Used on the event thread only. */
final class Stage {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    final MessageListModel model;
    final MessageList list;
    final MessagePanel panel;

    Stage(MessageListModel model, int width, int height) {
        this.model = model;
        MessageWords words = new MessageWords(Words.in(Locale.UK), Entries.ZONE);
        this.list = new MessageList(new MessageList.Parts(
                model,
                words,
                () -> LocalDate.of(2026, 11, 13),
                new EmojiText(new EmojiTable(Locale.ENGLISH)),
                new EmojiPictures(),
                () -> "Jan"));
        this.panel = new MessagePanel(list);
        resize(width, height);
    }

    static void theme(boolean dark) {
        look(new Appearance(dark ? ThemeName.DARK : ThemeName.LIGHT, Accent.BLUE, 100));
    }

    static void look(Appearance appearance) {
        System.setProperty("flatlaf.uiScale", "1");
        System.setProperty("flatlaf.useNativeLibrary", "false");
        new Themes(() -> false, true, Runnable::run).install(appearance);
    }

    void resize(int width, int height) {
        panel.setSize(width, height);
        layOut(panel);
        layOut(panel);
    }

    void mirror() {
        panel.applyComponentOrientation(ComponentOrientation.RIGHT_TO_LEFT);
        list.updateUI();
        layOut(panel);
    }

    BufferedImage paint(int scale) {
        layOut(panel);
        BufferedImage image =
                new BufferedImage(panel.getWidth() * scale, panel.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        panel.print(graphics);
        graphics.dispose();
        return image;
    }

    /** Kept for people to look at. */
    static void keep(BufferedImage image, String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            ImageIO.write(image, "png", SCREENSHOTS.resolve(name + ".png").toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }
}
