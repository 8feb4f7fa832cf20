package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.control.SecretField;
import io.heliograph.client.swing.theme.Accent;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.ThemeName;
import io.heliograph.client.swing.theme.Themes;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * Takes portraits without a display, in each theme and language, at both resolutions, and says what is wrong with
 * them. Used once.
 */
public final class Studio {
    /** Reads from right to left, with the English words: there are none of its own. */
    public static final Locale MIRRORED = Locale.forLanguageTag("ar-XB");

    private static final Path FOLDER = Path.of("target", "screenshots", "portraits");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, MIRRORED);
    private static final float FAST = 0.88f;

    private final ExecutorService writers = Executors.newFixedThreadPool(2);
    private final TreeSet<String> wrong = new TreeSet<>();
    private int count;

    /** What is wrong; nothing where all is well. */
    public List<String> take(List<Portrait> portraits) throws InterruptedException, IOException {
        Files.createDirectories(FOLDER);
        for (ThemeName theme : List.of(ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST)) {
            onEventThread(() -> {
                System.setProperty("flatlaf.uiScale", "1");
                System.setProperty("flatlaf.useNativeLibrary", "false");
                new Themes(() -> false, true, Runnable::run).install(new Appearance(theme, Accent.BLUE, 100));
            });
            for (Portrait portrait : portraits) {
                if (theme != ThemeName.CONTRAST || portrait.contrast()) {
                    languages(theme).forEach(locale -> onEventThread(() -> take(portrait, theme, locale)));
                }
            }
        }
        writers.shutdown();
        if (!writers.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IOException("the pictures are not written");
        }
        return List.copyOf(wrong);
    }

    /** How many pictures were taken. */
    public int count() {
        return count;
    }

    /** French is measured once: its texts are as wide in the dark. */
    private static List<Locale> languages(ThemeName theme) {
        return theme == ThemeName.LIGHT
                ? LANGUAGES
                : LANGUAGES.stream().filter(one -> !one.equals(Locale.FRENCH)).toList();
    }

    private void take(Portrait portrait, ThemeName theme, Locale locale) {
        String language = locale.equals(MIRRORED) ? "rtl" : locale.getLanguage();
        String name = portrait.name() + "-" + theme.word() + "-" + language;
        UIManager.put(SecretField.REVEAL, Words.in(locale).get("field.reveal"));
        JComponent body = portrait.making().apply(locale);
        body.applyComponentOrientation(ComponentOrientation.getOrientation(locale));
        for (int pass = 0; pass < 3; pass++) { // text that wraps has a height only when it has a width
            Dimension size = portrait.size();
            body.setSize(size == null ? body.getPreferredSize() : size);
            layOut(body);
        }
        if (theme == ThemeName.LIGHT && !locale.equals(Locale.FRENCH)) {
            paint(body, 1, null); // emoji that are drawn when they are wanted first are there the next time
            paint(body, 2, null);
        }
        List<String> found = new ArrayList<>();
        boolean same = locale.equals(Locale.GERMAN) || locale.equals(Locale.FRENCH); // in the colours of English
        BufferedImage picture = paint(body, 1, same ? null : new InkMeter.Findings(theme, found));
        Inspection.of(body, found);
        found.forEach(finding -> wrong.add(portrait.name() + " (" + theme.word() + ", " + language + "): " + finding));
        if (!locale.equals(Locale.FRENCH)) { // measured, and not kept
            keep(picture, name);
            keep(paint(body, 2, null), name + "-2x");
        }
    }

    private static BufferedImage paint(JComponent body, int scale, InkMeter.@Nullable Findings findings) {
        BufferedImage image =
                new BufferedImage(body.getWidth() * scale, body.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.setColor(body.getBackground());
        g.fillRect(0, 0, body.getWidth(), body.getHeight());
        body.print(findings == null ? g : new InkMeter(g, image, findings));
        g.dispose();
        return image;
    }

    private void keep(BufferedImage image, String name) {
        count++;
        writers.execute(() -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            ImageWriteParam quick = writer.getDefaultWriteParam();
            quick.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quick.setCompressionQuality(FAST);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(
                    FOLDER.resolve(name + ".png").toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), quick);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            } finally {
                writer.dispose();
            }
        });
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    private static void onEventThread(Runnable deed) {
        try {
            SwingUtilities.invokeAndWait(deed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
