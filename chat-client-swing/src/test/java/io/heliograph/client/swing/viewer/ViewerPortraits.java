package io.heliograph.client.swing.viewer;

import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.emoji.EmojiPicker;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.emoji.SampleEmoji;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.LateSurface;
import io.heliograph.client.swing.settings.FixedSettings;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.util.Bytes;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JComponent;

/** The viewer of pictures. */
public final class ViewerPortraits {
    private ViewerPortraits() {}

    public static List<Portrait> all() {
        return List.of(Portrait.of("viewer", 900, 600, ViewerPortraits::viewer));
    }

    /** What features are made with, without a window. */
    public static FeatureGround ground(Locale locale) {
        Words words = Words.in(locale);
        FixedSettings settings = new FixedSettings();
        EmojiStock stock = SampleEmoji.stock(locale);
        return new FeatureGround(
                words,
                new LateSurface(),
                Runnable::run,
                Runnable::run,
                settings,
                stock,
                new EmojiPicker(stock, words, settings));
    }

    private static JComponent viewer(Locale locale) {
        Shown picture = new Shown("view from the train.jpg", 4_812_000, picture(), () -> null, () -> {});
        return new ViewerDialog(ground(locale), List.of(picture, picture), 0).body();
    }

    private static Bytes picture() {
        BufferedImage image = new BufferedImage(400, 260, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(0x2B3A67), 400, 260, new Color(0xF2B366)));
        g.fillRect(0, 0, 400, 260);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.copyOf(out.toByteArray());
    }
}
