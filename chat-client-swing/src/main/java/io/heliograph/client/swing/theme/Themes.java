package io.heliograph.client.swing.theme;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.extras.FlatAnimatedLafChange;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.Window;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;
import net.miginfocom.layout.PlatformDefaults;

/** Puts a look on everything, at the start and live. Event dispatch thread only. */
public final class Themes {
    private static final String VALUES = "io.heliograph.client.swing.theme";
    private static final int COMPONENTS_A_TURN = 40;
    private static final float PERCENT = 100f;
    private static final float FONT_SIZE = 14f;

    private final BooleanSupplier systemIsDark;
    private final boolean reducedMotion;
    private final Executor events;

    /**
     * {@code systemIsDark} is asked each time a look that follows the system is put on; {@code events} runs on the
     * event thread, later.
     */
    public Themes(BooleanSupplier systemIsDark, boolean reducedMotion, Executor events) {
        this.systemIsDark = systemIsDark;
        this.reducedMotion = reducedMotion;
        this.events = events;
    }

    /** Before the first component is made. */
    public void install(Appearance appearance) {
        FlatInterFont.install();
        FlatInterFont.installSemiBold();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
        FlatLaf.registerCustomDefaultsSource(VALUES);
        float[] factors = new float[Appearance.ZOOMS.size()];
        for (int index = 0; index < factors.length; index++) {
            factors[index] = Appearance.ZOOMS.get(index) / PERCENT;
        }
        UIScale.setSupportedZoomFactors(factors);
        put(appearance);
    }

    /** Everything that is shown changes at once, without a restart. */
    public void change(Appearance appearance) {
        if (!reducedMotion) {
            FlatAnimatedLafChange.showSnapshot();
        }
        put(appearance);
        for (Window window : Window.getWindows()) {
            follow(window);
            events.execute(() -> {
                window.invalidate();
                window.validate();
                window.repaint();
            });
        }
        if (!reducedMotion) {
            events.execute(FlatAnimatedLafChange::hideSnapshotWithAnimation);
        }
    }

    /** Some components to a turn: all of them together would keep keys and painting waiting. */
    private void follow(Component component) {
        if (count(component) <= COMPONENTS_A_TURN) {
            events.execute(() -> SwingUtilities.updateComponentTreeUI(component));
            return;
        }
        if (component instanceof JComponent alone) {
            events.execute(alone::updateUI);
        }
        for (Component child : ((Container) component).getComponents()) {
            follow(child);
        }
    }

    private static int count(Component component) {
        int count = 1;
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                count += count(child);
            }
        }
        return count;
    }

    private void put(Appearance appearance) {
        boolean dark =
                switch (appearance.theme()) {
                    case SYSTEM -> systemIsDark.getAsBoolean();
                    case LIGHT -> false;
                    case DARK, CONTRAST -> true;
                };
        FlatLaf.setGlobalExtraDefaults(
                Map.of("@accentColor", appearance.accent().value(dark)));
        UIScale.setZoomFactor(appearance.zoomPercent() / PERCENT);
        if (appearance.theme() == ThemeName.CONTRAST) {
            FlatLaf.setup(new ContrastLaf());
        } else {
            FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
        }
        // Platforms differ in how large a plain font is; the lengths of the design go with this one.
        Font plain = UIManager.getLookAndFeelDefaults().getFont("defaultFont");
        UIManager.put("defaultFont", new FontUIResource(plain.deriveFont(UIScale.scale(FONT_SIZE))));
        // The layout takes the zoom from the look by itself; nothing of fonts or screens comes on top.
        PlatformDefaults.setLogicalPixelBase(PlatformDefaults.BASE_SCALE_FACTOR);
        if (!GraphicsEnvironment.isHeadless()) { // a picture may be painted without a display
            PlatformDefaults.setDefaultDPI(Toolkit.getDefaultToolkit().getScreenResolution());
        }
    }
}
