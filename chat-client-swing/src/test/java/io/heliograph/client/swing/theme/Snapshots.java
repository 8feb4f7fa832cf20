package io.heliograph.client.swing.theme;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;

/** Components laid out and painted without a display, in the colours of the desktop. */
public final class Snapshots {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final float FONT_SIZE = 14f;

    private Snapshots() {}

    /** On the event thread, before components are made. */
    public static void theme(boolean dark) {
        System.setProperty("flatlaf.useNativeLibrary", "false");
        FlatInterFont.install();
        FlatInterFont.installSemiBold();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.registerCustomDefaultsSource("io.heliograph.client.swing.theme");
        FlatLaf.setGlobalExtraDefaults(Map.of("@accentColor", Accent.BLUE.value(dark)));
        FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
        UIManager.put(
                "defaultFont",
                new FontUIResource(UIManager.getLookAndFeelDefaults()
                        .getFont("defaultFont")
                        .deriveFont(FONT_SIZE)));
    }

    /** Runs a test where Swing wants it. */
    public static <T> T onEventThread(Supplier<T> deed) {
        Object[] result = new Object[1];
        try {
            SwingUtilities.invokeAndWait(() -> result[0] = deed.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (InvocationTargetException thrown) {
            throw new AssertionError(thrown.getCause());
        }
        @SuppressWarnings("unchecked")
        T typed = (T) result[0];
        return typed;
    }

    /** {@code component} as large as it is, on the ground named {@code use}; kept under {@code name}. */
    public static BufferedImage shoot(Component component, String use, int scale, String name) {
        layOut(component);
        layOut(component);
        BufferedImage image = new BufferedImage(
                component.getWidth() * scale, component.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.setColor(Tokens.colour(use));
        g.fillRect(0, 0, component.getWidth(), component.getHeight());
        component.print(g);
        g.dispose();
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return image;
    }

    /** As deep as it goes. */
    public static void layOut(Component component) {
        component.doLayout();
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                layOut(child);
            }
        }
    }
}
