package io.heliograph.client.swing.connect;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** First contact: the words and the fingerprint to compare before anything of the user's is sent. */
final class TrustPanel {
    private final Ground ground = new Ground(
            new MigLayout("fill, wrap, gap 0 10", "push[fill,520!]push", "push[][]16[][][]16[]push"), "side", "");
    private final JTextArea what = Controls.paragraph("text");
    private final JTextArea identity = Controls.paragraph("text");
    private final JTextArea fingerprint = Controls.paragraph("muted");
    private final JButton yes;
    private final Words words;

    TrustPanel(Words words, ConnectGestures gestures) {
        this.words = words;
        JLabel title = Controls.label(words.get("trust.title"), "big");
        title.setIcon(Icons.of("shield", 28, "accent"));
        yes = Controls.style(new JButton(new Deed(words.get("trust.yes"), () -> gestures.onTrust(true))), "primary");
        yes.setName("trust.yes");
        JButton no =
                Controls.style(new JButton(new Deed(words.get("trust.no"), () -> gestures.onTrust(false))), "plain");
        no.setName("trust.no");
        JPanel buttons = new JPanel(new MigLayout("insets 0, fill", "push[][]"));
        buttons.setOpaque(false);
        buttons.add(no);
        buttons.add(yes);
        Controls.named(what, words.get("trust.title"));
        Controls.named(identity, words.get("trust.words")).setName("trust.words");
        identity.setFocusable(true);
        Controls.named(fingerprint, words.get("trust.fingerprint")).setName("trust.fingerprint");
        fingerprint.setFocusable(true);
        Controls.style(identity, "words");
        ground.add(title);
        ground.add(what, "wmin 40");
        ground.add(Controls.label(words.get("trust.words"), "section"));
        ground.add(identity, "wmin 40");
        ground.add(fingerprint, "wmin 40");
        ground.add(buttons);
    }

    JComponent component() {
        return ground;
    }

    void show(String server, String print, String spoken) {
        what.setText(words.get("trust.question", server));
        identity.setText(spoken);
        fingerprint.setText(print);
        yes.requestFocusInWindow();
    }
}
