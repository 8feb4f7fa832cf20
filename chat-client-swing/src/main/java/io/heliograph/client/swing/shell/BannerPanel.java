package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.theme.Tokens;
import io.heliograph.client.swing.words.Words;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** Says that there is no connection, and what happens next. */
final class BannerPanel implements BannerView {
    private final Ground ground = new Ground(new MigLayout("insets 7 16 7 12, fill", "[grow,fill][]"), "banner", "S");
    private final JLabel text = Controls.label("", "status");
    private final JButton retry;

    BannerPanel(Words words, Runnable onRetry) {
        text.setIcon(Icons.of("wifi-off", 16, "banner.text"));
        text.setName("banner");
        retry = Controls.style(new JButton(new Deed(words.get("banner.retry"), onRetry)), "plain");
        retry.setName("banner.retry");
        ground.add(text, "wmin 40");
        ground.add(retry);
        ground.setVisible(false);
    }

    JComponent component() {
        return ground;
    }

    @Override
    public void showBanner(String line, boolean canRetry) {
        if (!line.equals(text.getText())) {
            text.setText(line);
            text.setToolTipText(line);
            text.setForeground(Tokens.colour("banner.text"));
        }
        retry.setVisible(canRetry);
        ground.setVisible(!line.isEmpty());
    }
}
