package io.heliograph.client.swing.dialog;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import io.heliograph.client.swing.feature.LateSurface;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
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
import java.util.Map;
import java.util.function.Function;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;
import net.miginfocom.layout.PlatformDefaults;

/** Paints dialogs in each look and language without a display, for people to look at, and finds what is cut off. */
public final class Portrait {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<AccessibleRole> SPOKEN = List.of(
            AccessibleRole.PUSH_BUTTON,
            AccessibleRole.CHECK_BOX,
            AccessibleRole.COMBO_BOX,
            AccessibleRole.TEXT,
            AccessibleRole.PASSWORD_TEXT,
            AccessibleRole.LIST);

    private Portrait() {}

    /** Without a window; what takes long happens at once. */
    public static DialogGround ground(Locale locale) {
        return new DialogGround(Words.in(locale), new LateSurface(), Runnable::run, Runnable::run);
    }

    /**
     * Light and dark, English and German, and once from right to left and once twice as fine; what is wrong with them
     * is returned, nothing where all is well.
     */
    public static List<String> take(String name, Function<Locale, JComponent> making) {
        List<String> wrong = new ArrayList<>();
        onEventThread(() -> {
            take(new Sitting(name + "-light", false, Locale.ENGLISH, 1, false), making, wrong);
            take(new Sitting(name + "-dark", true, Locale.ENGLISH, 1, false), making, wrong);
            take(new Sitting(name + "-de", false, Locale.GERMAN, 1, false), making, wrong);
            take(new Sitting(name + "-dark-2x", true, Locale.GERMAN, 2, false), making, wrong);
            take(new Sitting(name + "-rtl", false, Locale.ENGLISH, 1, true), making, wrong);
        });
        return wrong;
    }

    /** How a picture is taken. */
    private record Sitting(String name, boolean dark, Locale locale, int scale, boolean mirrored) {}

    private static void take(Sitting sitting, Function<Locale, JComponent> making, List<String> wrong) {
        String name = sitting.name();
        int scale = sitting.scale();
        look(sitting.dark());
        JComponent body = making.apply(sitting.locale());
        if (sitting.mirrored()) {
            body.applyComponentOrientation(ComponentOrientation.RIGHT_TO_LEFT);
        }
        for (int pass = 0; pass < 3; pass++) { // text that wraps has a height only when it has a width
            Dimension size = body.getPreferredSize();
            body.setSize(size);
            layOut(body);
        }
        BufferedImage image =
                new BufferedImage(body.getWidth() * scale, body.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        body.print(g);
        g.dispose();
        inspect(name, body, wrong);
        try {
            Files.createDirectories(SCREENSHOTS);
            ImageIO.write(image, "png", SCREENSHOTS.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void look(boolean dark) {
        System.setProperty("flatlaf.useNativeLibrary", "false");
        System.setProperty("flatlaf.uiScale", "1");
        FlatInterFont.install();
        FlatInterFont.installSemiBold();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.registerCustomDefaultsSource("io.heliograph.client.swing.theme");
        FlatLaf.setGlobalExtraDefaults(Map.of("@accentColor", dark ? "#4C82F2" : "#2C6BED"));
        FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
        Font plain = UIManager.getLookAndFeelDefaults().getFont("defaultFont");
        UIManager.put("defaultFont", new FontUIResource(plain.deriveFont(14f)));
        PlatformDefaults.setLogicalPixelBase(PlatformDefaults.BASE_SCALE_FACTOR);
    }

    private static void inspect(String name, Component component, List<String> wrong) {
        if (!component.isVisible()) {
            return;
        }
        if (component instanceof JLabel label && isCutOff(label)) {
            wrong.add(name + ": cut off: " + label.getText());
        }
        if (component instanceof Accessible accessible && isNameless(component, accessible.getAccessibleContext())) {
            wrong.add(name + ": no name: " + component.getClass().getSimpleName() + " " + component.getName());
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                inspect(name, child, wrong);
            }
        }
    }

    private static boolean isCutOff(JLabel label) {
        return label.getWidth() > 0 && label.getPreferredSize().width > label.getWidth() + 1 && !isInList(label);
    }

    private static boolean isNameless(Component component, AccessibleContext context) {
        return !component.getClass().getName().contains("plaf")
                && SPOKEN.contains(context.getAccessibleRole())
                && component.isFocusable()
                && (context.getAccessibleName() == null
                        || context.getAccessibleName().isBlank());
    }

    private static boolean isInList(Component component) {
        return SwingUtilities.getAncestorOfClass(javax.swing.CellRendererPane.class, component) != null;
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
