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
    private final Ground ground =
            new Ground(new MigLayout("insets 7 16 7 12, fill, hidemode 3", "[grow,fill][][]"), "banner", "S");
    private final JLabel text = Controls.label("", "status");
    private final JButton retry;
    private final JButton check;

    BannerPanel(Words words, Runnable onRetry, Runnable onCheck) {
        text.setIcon(Icons.of("wifi-off", 16, "banner.text"));
        text.setName("banner");
        retry = Controls.style(new JButton(new Deed(words.get("banner.retry"), onRetry)), "plain");
        retry.setName("banner.retry");
        check = Controls.icon(new Deed(words.get("banner.check"), onCheck), "activity", 17, "banner.text");
        check.setName("banner.check");
        ground.add(text, "wmin 40");
        ground.add(check);
        ground.add(retry);
        ground.setVisible(false);
    }

    JComponent component() {
        return ground;
    }

    @Override
    public void showBanner(String line, boolean canRetry, boolean lost) {
        if (!line.equals(text.getText())) {
            text.setText(line);
            text.setToolTipText(line);
            text.setForeground(Tokens.colour("banner.text"));
        }
        retry.setVisible(canRetry);
        check.setVisible(lost);
        ground.setVisible(!line.isEmpty());
    }
}
