package io.heliograph.client.swing.trust;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.accessibility.AccessibleContext;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** One sentence with an icon, what helps as buttons, and a cross where it may wait. */
final class AlertPanel implements AlertView {
    /** What the user does. */
    interface Gestures {
        void onChoice(Alert.Remedy remedy);

        void onClose();
    }

    private final Ground ground = new Ground(
            new MigLayout("insets 9 16 9 10, fillx, hidemode 3", "[]12[grow,fill,100::][]4[]", "[center]"),
            "banner",
            "S");
    private final JLabel icon = new JLabel();
    private final JTextArea text = Controls.paragraph("banner.text");
    private final JPanel buttons = new JPanel(new MigLayout("insets 0, gap 6 0", "", "[center]"));
    private final JButton close;
    private final Supplier<@Nullable Gestures> gestures;
    private final Consumer<@Nullable JComponent> place;

    /** {@code place} puts the strip where it is seen, or takes it away again. */
    AlertPanel(Words words, Supplier<@Nullable Gestures> gestures, Consumer<@Nullable JComponent> place) {
        this.gestures = gestures;
        this.place = place;
        buttons.setOpaque(false);
        text.setName("alert");
        close = Controls.icon(new Deed(words.get("alert.close"), () -> with(Gestures::onClose)), "x", 14, "muted");
        close.setName("alert.close");
        ground.add(icon, "gaptop 1");
        ground.add(text, "wmin 100");
        ground.add(buttons);
        ground.add(close, "w 26!, h 26!");
    }

    JComponent component() {
        return ground;
    }

    @Override
    public void showAlert(@Nullable Strip strip) {
        if (strip == null) {
            place.accept(null);
            return;
        }
        String before = text.getText();
        icon.setIcon(Icons.of(strip.warning() ? "shield-alert" : "shield-question-mark", 20, "banner.text"));
        text.setText(strip.text());
        Controls.named(text, strip.text());
        buttons.removeAll();
        for (Choice choice : strip.choices()) {
            String name = "alert." + choice.remedy();
            JButton button = Buttons.plain(name, choice.words(), () -> with(heard -> heard.onChoice(choice.remedy())));
            buttons.add(Controls.style(button, "strip"));
        }
        close.setVisible(strip.canClose());
        SwingUtilities.updateComponentTreeUI(ground); // the look may have changed while nobody saw it
        place.accept(ground);
        text.getAccessibleContext()
                .firePropertyChange(AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY, before, strip.text());
    }

    private void with(Consumer<Gestures> deed) {
        Gestures heard = gestures.get();
        if (heard != null) {
            deed.accept(heard);
        }
    }
}
