package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.words.Words;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.concurrent.Executor;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A link as a picture to scan, as a text, and with a button that copies it. */
public final class LinkPanel {
    private static final int SIDE_PX = 220;

    private final JPanel panel = new JPanel(new MigLayout("insets 0, wrap, gap 0 10, fillx", "[grow,fill]"));
    private final QrPicture picture;
    private final JTextArea text = Controls.paragraph("text");
    private final JButton copy;
    private final Words words;
    private String link = "";

    /** {@code name} is for tests, {@code about} stands under the picture. */
    public LinkPanel(Words words, String name, String about) {
        this.words = words;
        panel.setOpaque(false);
        picture = new QrPicture(SIDE_PX, words.get("link.picture"));
        JTextArea hint = Controls.paragraph("muted");
        hint.setText(about);
        hint.setColumns(34);
        text.setFocusable(true);
        text.setLineWrap(true);
        text.setWrapStyleWord(false);
        text.setColumns(34);
        text.setName(name);
        Controls.style(text, "link");
        Controls.named(text, words.get("link.text"));
        copy = Buttons.plain(name + ".copy", words.get("link.copyIt"), this::copy);
        panel.add(picture, "alignx center, grow 0");
        panel.add(hint, "wmin 120");
        panel.add(text, "wmin 120");
        panel.add(copy, "alignx center, grow 0");
    }

    public JComponent component() {
        return panel;
    }

    /** {@code code} is made elsewhere, for it takes a while; null shows none. */
    public void show(String shown, @Nullable QrCode code) {
        link = shown;
        text.setText(shown);
        picture.show(code);
        copy.setText(words.get("link.copyIt"));
        copy.setEnabled(!shown.isEmpty());
    }

    /** Shows the text at once, and the picture when {@code worker} has made it. */
    public void show(String shown, Executor worker, Executor events) {
        show(shown, null);
        if (!shown.isEmpty()) {
            worker.execute(() -> {
                QrCode code = QrCode.of(shown);
                events.execute(() -> {
                    if (link.equals(shown)) {
                        picture.show(code);
                    }
                });
            });
        }
    }

    private void copy() {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(link), null);
        copy.setText(words.get("link.copied"));
    }
}
