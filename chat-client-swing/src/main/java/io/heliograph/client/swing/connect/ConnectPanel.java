package io.heliograph.client.swing.connect;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.awt.CardLayout;
import java.util.List;
import java.util.concurrent.Executor;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The way in: one of its panels at a time. */
public final class ConnectPanel implements ConnectView {
    private final CardLayout cards = new CardLayout();
    private final JPanel deck = new JPanel(cards);
    private final FormPanel form;
    private final TrustPanel trust;
    private final WrongIdentityPanel wrong;
    private final JLabel busy = Controls.label("", "name");

    /** {@code events} leads back to the event dispatch thread. */
    public ConnectPanel(Words words, ConnectGestures gestures, Executor events) {
        form = new FormPanel(words, gestures, events);
        trust = new TrustPanel(words, gestures);
        wrong = new WrongIdentityPanel(words, gestures);
        deck.add(form.component(), "form");
        deck.add(waiting(words, gestures), "busy");
        deck.add(trust.component(), "trust");
        deck.add(wrong.component(), "wrong");
    }

    public JComponent component() {
        return deck;
    }

    @Override
    public void showForm() {
        cards.show(deck, "form");
    }

    @Override
    public void showBack(boolean possible) {
        form.showBack(possible);
    }

    @Override
    public void fill(String server, String name) {
        form.fill(server, name);
    }

    @Override
    public void point(FormField field, String line) {
        form.point(field, line);
    }

    @Override
    public void offerCheck() {
        form.offerCheck();
    }

    @Override
    public void showServers(List<ServerCard> servers, boolean searching) {
        form.showServers(servers, searching);
    }

    @Override
    public void showBusy(String line) {
        busy.setText(line);
        cards.show(deck, "busy");
    }

    @Override
    public void showTrust(String server, String fingerprint, String words) {
        cards.show(deck, "trust");
        trust.show(SafeText.line(server), fingerprint, words);
    }

    @Override
    public void showWrongIdentity(WrongIdentity both) {
        cards.show(deck, "wrong");
        wrong.show(both);
    }

    private JComponent waiting(Words words, ConnectGestures gestures) {
        Ground ground =
                new Ground(new MigLayout("fill, wrap, gap 0 16", "push[fill,360!]push", "push[][][]push"), "side", "");
        busy.setHorizontalAlignment(JLabel.CENTER);
        ground.add(busy, "wmin 40");
        ground.add(Controls.progress(words.get("connect.progress")));
        ground.add(
                Controls.style(new JButton(new Deed(words.get("dialog.cancel"), gestures::onGiveUp)), "plain"),
                "alignx center, growx 0");
        return ground;
    }
}
