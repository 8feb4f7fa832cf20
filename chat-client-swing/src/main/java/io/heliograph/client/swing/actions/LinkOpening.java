package io.heliograph.client.swing.actions;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.words.Words;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens addresses in the browser, after their real text was shown. Event dispatch thread only. */
final class LinkOpening {
    private static final Logger LOG = LoggerFactory.getLogger(LinkOpening.class);

    private final FeatureGround ground;

    LinkOpening(FeatureGround ground) {
        this.ground = ground;
    }

    void ask(String address) {
        make(address).show(ground.surface().frame());
    }

    DeskDialog make(String address) {
        Words words = ground.words();
        JPanel content = new JPanel(new MigLayout("insets 0, wrap, gap 0 8, fillx", "[grow,fill,380::]"));
        content.setOpaque(false);
        content.add(Controls.label(words.get("link.question"), ""));
        JTextArea shown = Controls.paragraph("text");
        Controls.style(shown, "link");
        shown.setText(address);
        shown.setLineWrap(true);
        shown.setWrapStyleWord(false);
        shown.setColumns(46);
        content.add(Controls.named(shown, address), "wmin 200");
        DeskDialog dialog = new DeskDialog("link", words.get("link.title"), content);
        return dialog.leading(Buttons.plain("link.copy", words.get("link.copy"), () -> {
                    MessageFeature.toClipboard(address);
                    dialog.close();
                }))
                .trailing(Buttons.plain("link.no", words.get("dialog.cancel"), dialog::close))
                .standard(Buttons.primary("link.yes", words.get("link.open"), () -> {
                    dialog.close();
                    open(address);
                }));
    }

    private void open(String address) {
        ground.worker().execute(() -> {
            try {
                if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                    Desktop.getDesktop().browse(URI.create(address));
                } else {
                    new ProcessBuilder("xdg-open", address).start();
                }
            } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
                // The address was shown and can be copied: nothing is lost.
                LOG.warn("no browser was found: {}", e.getClass().getSimpleName());
            }
        });
    }
}
