package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.event.ActionEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.text.DefaultEditorKit;
import net.miginfocom.swing.MigLayout;

/** Where the user writes: the field, what is answered or edited above it, and what a slash may begin. */
public final class ComposerPanel implements ComposerView {
    /** What a user does here. */
    public interface Gestures {
        void onTextChanged();

        void onSend();

        void onEditLast();

        void onEscape();
    }

    private final Ground ground = new Ground(
            new MigLayout("insets 8 16 12 12, fill, hidemode 3, wrap 2, gap 8 0", "[grow,fill][]", "[][][]"),
            "chat",
            "");
    private final PlaceholderArea text = new PlaceholderArea();
    private final JLabel context = Controls.label("", "small");
    private final JTextArea hints = new JTextArea();
    private final JButton send;
    private final ComposerField field;
    private Gestures gestures = new Nobody();

    public ComposerPanel(Words words) {
        field = new ComposerField(text, (JComponent) Box.createHorizontalStrut(4));
        Controls.named(text, words.get("composer.name")).setName("composer");
        send = Controls.style(new JButton(new Deed("", () -> gestures.onSend())), "send");
        send.setIcon(Icons.of("send-horizontal", 18, "onAccent"));
        send.setToolTipText(words.get("composer.send"));
        Controls.named(send, words.get("composer.send")).setName("send");
        hints.setEditable(false);
        hints.setFocusable(false);
        hints.setOpaque(false);
        Controls.named(hints, words.get("composer.hints"));
        Controls.style(context, "small");
        ground.add(hints, "span 2, gapbottom 6");
        ground.add(context, "span 2, wmin 40, gapbottom 6");
        ground.add(field, "growy, wmin 60");
        ground.add(send, "w 40!, h 40!, aligny bottom");
        hints.setVisible(false);
        context.setVisible(false);
        text.getDocument().addDocumentListener(new TextListener(this::onChanged));
        bindKeys();
    }

    public JComponent component() {
        return ground;
    }

    public JComponent field() {
        return text;
    }

    public void setGestures(Gestures other) {
        gestures = other;
    }

    @Override
    public String text() {
        return text.getText();
    }

    @Override
    public void setText(String value) {
        text.setText(value);
        text.setCaretPosition(text.getDocument().getLength());
    }

    @Override
    public void insert(String value) {
        text.replaceSelection(value);
        focus();
    }

    @Override
    public void setPlaceholder(String value) {
        text.setPlaceholder(value);
        text.getAccessibleContext().setAccessibleDescription(value);
    }

    @Override
    public void showContext(String line) {
        context.setText(line);
        context.setVisible(!line.isEmpty());
    }

    @Override
    public void showHints(List<String> lines) {
        hints.setText(String.join("\n", lines));
        hints.setVisible(!lines.isEmpty());
    }

    @Override
    public void setUsable(boolean usable) {
        text.setEnabled(usable);
        send.setEnabled(usable && !text.getText().isBlank());
    }

    @Override
    public void focus() {
        text.requestFocusInWindow();
    }

    private void onChanged() {
        send.setEnabled(text.isEnabled() && !text.getText().isBlank());
        ground.revalidate();
        gestures.onTextChanged();
    }

    private void bindKeys() {
        text.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "send");
        text.getInputMap().put(KeyStroke.getKeyStroke("shift ENTER"), DefaultEditorKit.insertBreakAction);
        text.getInputMap().put(KeyStroke.getKeyStroke("ESCAPE"), "escape");
        text.getActionMap().put("send", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                gestures.onSend();
            }
        });
        text.getActionMap().put("escape", new Deed("", () -> gestures.onEscape()));
        text.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                boolean plain = event.getModifiersEx() == 0;
                if (plain
                        && event.getKeyCode() == KeyEvent.VK_UP
                        && text.getText().isEmpty()) {
                    event.consume();
                    gestures.onEditLast();
                }
            }
        });
    }

    /** Before somebody listens. */
    private static final class Nobody implements Gestures {
        @Override
        public void onTextChanged() {}

        @Override
        public void onSend() {}

        @Override
        public void onEditLast() {}

        @Override
        public void onEscape() {}
    }
}
