package io.heliograph.client.swing.trust;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.QrCode;
import io.heliograph.client.swing.dialog.QrPicture;
import io.heliograph.client.swing.dialog.Trusted;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Twelve groups of digits, eight words and a picture, and two answers. */
final class VerifyDialog implements VerifyView {
    private static final int QR_PX = 168;
    private static final int GROUPS_IN_A_ROW = 4;

    private final DialogGround ground;
    private final JPanel content =
            new JPanel(new MigLayout("insets 0, wrap, gap 0 12, hidemode 3, fillx", "[grow,fill,460::]"));
    private final JLabel avatar = new JLabel();
    private final JLabel who = Controls.label("", "name");
    private final JLabel level = Controls.label("", "small");
    private final JTextArea how = Controls.paragraph("muted");
    private final JPanel digits = new JPanel(new MigLayout("insets 0, gap 18 8, wrap " + GROUPS_IN_A_ROW, "", ""));
    private final JTextArea spoken = Controls.paragraph("text");
    private final QrPicture picture;
    private final JTextArea result = Controls.paragraph("text");
    private final JButton match;
    private final JButton mismatch;
    private final JButton confirm;
    private final DeskDialog dialog;
    private String pictured = "";

    VerifyDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        content.setOpaque(false);
        digits.setOpaque(false);
        picture = new QrPicture(QR_PX, words.get("verify.picture"));
        JPanel head = new JPanel(new MigLayout("insets 0, wrap 2, gap 12 1", "[44!][grow,fill]", "[bottom][top]"));
        head.setOpaque(false);
        who.setName("verify.who");
        level.setName("verify.level");
        head.add(avatar, "spany 2, aligny center");
        head.add(who);
        head.add(level);
        JPanel number = new JPanel(new MigLayout("insets 0, fillx", "[grow,fill]20[]", "[center]"));
        number.setOpaque(false);
        JPanel left = new JPanel(new MigLayout("insets 0, wrap, gap 0 12, fillx", "[grow,fill]"));
        left.setOpaque(false);
        spoken.setColumns(24);
        spoken.setFocusable(true);
        left.add(digits);
        left.add(spoken, "wmin 180");
        number.add(left);
        number.add(picture);
        how.setColumns(44);
        result.setColumns(44);
        result.setName("verify.result");
        content.add(head);
        content.add(how, "wmin 200");
        content.add(number);
        content.add(result, "wmin 200");
        match = Buttons.primary("verify.match", words.get("verify.match"), gestures::onMatch);
        mismatch = Buttons.plain("verify.mismatch", words.get("verify.mismatch"), gestures::onMismatch);
        confirm = Buttons.plain("verify.confirm", words.get("verify.confirm"), gestures::onConfirm);
        dialog = new DeskDialog("verify", words.get("verify.title"), content)
                .leading(confirm)
                .trailing(mismatch)
                .standard(match)
                .whenClosed(gestures::onClosed);
    }

    /** What the user does. */
    interface Gestures {
        void onMatch();

        void onMismatch();

        void onConfirm();

        void onClosed();
    }

    JComponent body() {
        return dialog.body();
    }

    void show() {
        dialog.show(ground.surface().frame());
    }

    @Override
    public void showWaiting(String name) {
        avatar.setIcon(new AvatarIcon(name, 44, null, "chat"));
        who.setText(name);
        level.setIcon(null);
        level.setText(ground.words().get("verify.waiting"));
        setUsable(false);
        how.setText(ground.words().get("verify.how"));
        result.setVisible(false);
        confirm.setVisible(false);
        dialog.fit();
    }

    @Override
    public void showProblem(String line) {
        level.setText(line);
        setUsable(false);
        dialog.fit();
    }

    @Override
    public void showNumber(Shown shown) {
        Words words = ground.words();
        level.setIcon(
                shown.waits()
                        ? Icons.of("shield-alert", 16, "danger")
                        : Icons.of(Trusted.icon(shown.level()), 16, Trusted.colour(shown.level())));
        level.setText(shown.levelWords() + " · " + shown.since() + " · "
                + words.get("verify.devices", shown.devices().size()));
        how.setText(shown.waits() ? words.get("verify.howWaits", shown.name()) : words.get("verify.how"));
        fill(shown.number());
        match.setText(words.get(shown.waits() ? "verify.matchWaits" : "verify.match"));
        result.setText(shown.result());
        result.setVisible(!shown.result().isEmpty());
        Controls.named(result, shown.result());
        confirm.setVisible(shown.canConfirm());
        setUsable(true);
        dialog.fit();
    }

    private void fill(SafetyDigits number) {
        if (number.digits().equals(pictured)) {
            return;
        }
        pictured = number.digits();
        digits.removeAll();
        for (String group : number.groups()) {
            digits.add(Controls.label(group, "digits"));
        }
        digits.setName("verify.digits");
        Controls.named(digits, String.join(" ", number.groups()));
        spoken.setText(number.words().replace("-", " · "));
        Controls.named(spoken, number.words());
        picture.show(null);
        String asked = pictured;
        ground.worker().execute(() -> {
            QrCode code = QrCode.of(asked);
            ground.events().execute(() -> {
                if (asked.equals(pictured)) {
                    picture.show(code);
                }
            });
        });
    }

    private void setUsable(boolean usable) {
        match.setEnabled(usable);
        mismatch.setEnabled(usable);
        digits.setVisible(usable);
        spoken.setVisible(usable);
        picture.setVisible(usable);
    }
}
