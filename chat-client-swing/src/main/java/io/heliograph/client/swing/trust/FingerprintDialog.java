package io.heliograph.client.swing.trust;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.words.Words;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The fingerprints of this device and of the server, in digits and words. */
final class FingerprintDialog {
    /** A fingerprint, safe to show. */
    record Shown(String fingerprint, String words) {}

    private final DialogGround ground;
    private final JTextArea device = Controls.paragraph("text");
    private final JTextArea deviceWords = Controls.paragraph("text");
    private final JTextArea server = Controls.paragraph("text");
    private final JTextArea serverWords = Controls.paragraph("text");
    private final DeskDialog dialog;

    FingerprintDialog(DialogGround ground) {
        this.ground = ground;
        Words words = ground.words();
        JPanel content = new JPanel(new MigLayout("insets 0, wrap, gap 0 6, fillx", "[grow,fill,440::]"));
        content.setOpaque(false);
        add(content, words.get("fingerprint.device"), deviceWords, device, "fingerprint.device");
        add(content, words.get("fingerprint.server"), serverWords, server, "fingerprint.server");
        JTextArea hint = Controls.paragraph("muted");
        hint.setText(words.get("fingerprint.hint"));
        hint.setColumns(42);
        content.add(hint, "wmin 200, gaptop 8");
        DeskDialog made = new DeskDialog("fingerprint", words.get("fingerprint.title"), content);
        dialog = made.standard(Buttons.plain("fingerprint.close", words.get("dialog.close"), made::close));
    }

    JComponent body() {
        return dialog.body();
    }

    void fill(Shown ofDevice, Shown ofServer) {
        set(deviceWords, ofDevice.words().replace("-", " · "));
        set(device, ofDevice.fingerprint());
        set(serverWords, ofServer.words().replace("-", " · "));
        set(server, ofServer.fingerprint());
    }

    void show() {
        dialog.show(ground.surface().frame());
    }

    private static void set(JTextArea area, String text) {
        area.setText(text);
        Controls.named(area, text);
    }

    private static void add(JPanel content, String title, JTextArea words, JTextArea digits, String name) {
        content.add(Controls.label(title, "caption"), "gaptop 6");
        words.setColumns(42);
        words.setFocusable(true);
        digits.setColumns(42);
        digits.setFocusable(true);
        digits.setWrapStyleWord(false);
        digits.setName(name);
        Controls.style(digits, "link");
        content.add(words, "wmin 200");
        content.add(digits, "wmin 200");
    }
}
