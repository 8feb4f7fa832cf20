package io.heliograph.client.swing.people;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.util.Objects;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A card: picture, name, presence, key, facts, and what can be done. */
final class PersonDialog implements PersonView {
    /** What the user does. */
    interface Gestures {
        void onMessage();

        void onVerify();

        void onIgnore();

        void onMute();

        void onClosed();
    }

    private final DialogGround ground;
    private final JLabel picture = new JLabel();
    private final JLabel name = Controls.label("", "title");
    private final JTextArea presence = Controls.paragraph("muted");
    private final JLabel trust = Controls.label("", "small");
    private final JPanel facts =
            new JPanel(new MigLayout("insets 0, wrap 2, gap 16 6, fillx", "[][grow,fill]", "[top]"));
    private final JButton ignore;
    private final JButton mute;
    private final JButton verify;
    private final JButton message;
    private final DeskDialog dialog;
    private @Nullable Card shown;

    PersonDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        JPanel head = new JPanel(new MigLayout("insets 0, wrap 2, gap 16 2, fillx", "[72!][grow,fill]", "[]"));
        head.setOpaque(false);
        head.add(picture, "spany 3, aligny center");
        name.setName("person.name");
        presence.setColumns(26);
        head.add(name);
        head.add(presence, "wmin 160");
        head.add(trust);
        facts.setOpaque(false);
        JPanel content = new JPanel(new MigLayout("insets 0, wrap, gap 0 16, fillx", "[grow,fill,420::]"));
        content.setOpaque(false);
        content.add(head);
        content.add(facts);
        ignore = quiet("person.ignore", gestures::onIgnore);
        mute = quiet("person.mute", gestures::onMute);
        verify = Buttons.plain("person.verify", words.get("member.verify"), gestures::onVerify);
        message = Buttons.primary("person.message", words.get("member.msg"), gestures::onMessage);
        dialog = new DeskDialog("person", words.get("member.whois"), content)
                .leading(mute)
                .leading(ignore)
                .trailing(verify)
                .standard(message)
                .whenClosed(gestures::onClosed);
    }

    JComponent body() {
        return dialog.body();
    }

    void show() {
        dialog.show(ground.surface().frame());
        message.requestFocusInWindow();
    }

    void close() {
        dialog.close();
    }

    @Override
    public void showCard(Card card) {
        if (Objects.equals(card, shown)) {
            return;
        }
        shown = card;
        Words words = ground.words();
        picture.setIcon(new AvatarIcon(card.name(), 72, card.dot(), "chat"));
        name.setText(card.name());
        presence.setText(card.presence());
        Controls.named(presence, card.presence());
        trust.setIcon(Icons.of(card.trust().icon(), 16, card.trust().colour()));
        trust.setText(card.trust().words());
        facts.removeAll();
        for (Fact fact : card.facts()) {
            JTextArea value = Controls.paragraph("text");
            value.setText(fact.value());
            value.setColumns(28);
            value.setFocusable(true);
            facts.add(Controls.label(fact.label(), "caption"), "gaptop 2");
            facts.add(Controls.named(value, fact.label() + " " + fact.value()), "wmin 160");
        }
        say(ignore, card.ignored() ? "person.unignore" : "person.ignore", card.ignored() ? "eye" : "eye-off");
        say(mute, card.muted() ? "person.unmute" : "person.mute", card.muted() ? "bell" : "bell-off");
        for (JButton button : new JButton[] {ignore, mute, verify, message}) {
            button.setVisible(!card.self());
        }
        Controls.named(message, words.get("member.msg"));
        facts.revalidate();
        dialog.fit();
    }

    private JButton quiet(String id, Runnable deed) {
        JButton button = Controls.icon(new Deed(ground.words().get(id), deed), "bell", 18, "muted");
        button.setName(id);
        return button;
    }

    private void say(JButton button, String key, String icon) {
        String words = ground.words().get(key);
        button.setIcon(Icons.of(icon, 18, "muted"));
        button.setToolTipText(words);
        Controls.named(button, words);
    }
}
