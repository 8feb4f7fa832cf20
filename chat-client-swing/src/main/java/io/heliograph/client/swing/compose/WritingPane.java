package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputMethodEvent;
import java.awt.event.InputMethodListener;
import javax.swing.JTextPane;
import javax.swing.KeyStroke;
import javax.swing.text.AbstractDocument;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultEditorKit;
import javax.swing.text.NavigationFilter;
import javax.swing.text.Position;

/**
 * Text with emoji, which are pictures over real characters: the caret goes over each at once, and what is copied is
 * text. Says what it is for while it is empty; knows undo; Tab leaves it.
 */
final class WritingPane extends JTextPane {
    private static final long serialVersionUID = 1L;

    private final transient EmojiFilter filter;
    private final transient WritingHistory history = new WritingHistory();
    private String placeholder = "";
    private transient Runnable changed = () -> {};
    private boolean composing;

    /** {@code tooLong} is told of text that would make it longer than {@code maxChars}. */
    WritingPane(EmojiStock stock, int maxChars, Runnable tooLong) {
        filter = new EmojiFilter(stock, maxChars, tooLong, this::onChanged);
        setEditorKit(new WritingKit());
        WritingDocument document = new WritingDocument(this);
        document.setDocumentFilter(filter);
        setStyledDocument(document);
        setNavigationFilter(new OverClusters());
        leaveWithTab();
        stock.whenReady(this::showPictures);
        getInputMap().put(KeyStroke.getKeyStroke("shift ENTER"), DefaultEditorKit.insertBreakAction);
        bind("ctrl Z", this::undo);
        bind("meta Z", this::undo);
        bind("ctrl Y", this::redo);
        bind("ctrl shift Z", this::redo);
        bind("meta shift Z", this::redo);
        addInputMethodListener(new InputMethodListener() {
            @Override
            public void inputMethodTextChanged(InputMethodEvent event) {
                composing = event.getText() != null
                        && event.getText().getEndIndex() - event.getText().getBeginIndex()
                                > event.getCommittedCharacterCount();
            }

            @Override
            public void caretPositionChanged(InputMethodEvent event) {}
        });
    }

    /** An input method has not decided yet: Enter is for it. */
    boolean isComposing() {
        return composing;
    }

    /** {@code listener} hears of each change of the text. */
    void onText(Runnable listener) {
        changed = listener;
    }

    void setPlaceholder(String text) {
        placeholder = text;
        repaint();
    }

    /** Begins with {@code text}: there is nothing to take back. */
    void load(String text) {
        setText(text);
        history.reset(text);
    }

    /** Puts {@code text} in place of the characters from {@code start} to {@code end}, and the caret behind it. */
    void put(int start, int end, String text) {
        try {
            ((AbstractDocument) getDocument()).replace(start, end - start, text, null);
            setCaretPosition(Math.min(getDocument().getLength(), start + text.length()));
        } catch (BadLocationException e) {
            throw new IllegalArgumentException(start + " to " + end, e);
        }
    }

    /** Sets what is selected between marks, or takes them away; without a selection the caret stands between them. */
    void surround(String mark) {
        String text = getText();
        int start = getSelectionStart();
        int end = getSelectionEnd();
        int length = mark.length();
        boolean marked = start >= length && text.startsWith(mark, start - length) && text.startsWith(mark, end);
        String inner = text.substring(start, end);
        if (marked) {
            put(start - length, end + length, inner);
            select(start - length, end - length);
        } else {
            put(start, end, mark + inner + mark);
            select(start + length, end + length);
        }
    }

    /** Real characters with one character for each line's end, as they are counted. */
    @Override
    public String getText() {
        try {
            return getDocument().getText(0, getDocument().getLength());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void setText(String text) {
        put(0, getDocument().getLength(), text);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        leaveWithTab();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (getDocument().getLength() == 0 && !placeholder.isEmpty()) {
            Graphics2D g = (Graphics2D) graphics.create();
            Painting.smooth(g);
            g.setColor(Tokens.colour("muted"));
            g.setFont(getFont());
            int width = getWidth() - getInsets().left - getInsets().right;
            String shown = Painting.clipped(placeholder, g.getFontMetrics(), width);
            boolean leftToRight = getComponentOrientation().isLeftToRight();
            int x = leftToRight ? 0 : width - g.getFontMetrics().stringWidth(shown);
            g.drawString(
                    shown,
                    getInsets().left + x,
                    getInsets().top + g.getFontMetrics().getAscent());
            g.dispose();
        }
    }

    private void onChanged() {
        if (!composing) {
            history.changed(getText(), getCaretPosition());
        }
        changed.run();
    }

    private void bind(String key, Runnable deed) {
        getInputMap().put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new Deed("", deed));
    }

    /** Emoji that were there before the pictures were. */
    private void showPictures() {
        try {
            filter.restyle(getStyledDocument(), 0, getDocument().getLength());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void leaveWithTab() {
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    private void undo() {
        WritingHistory.State before = history.undo();
        if (before != null) {
            show(before);
        }
    }

    private void redo() {
        WritingHistory.State after = history.redo();
        if (after != null) {
            show(after);
        }
    }

    private void show(WritingHistory.State state) {
        filter.exactly(() -> setText(state.text()));
        setCaretPosition(Math.min(state.caret(), getDocument().getLength()));
    }

    /** Never inside of an emoji. */
    private final class OverClusters extends NavigationFilter {
        @Override
        public void setDot(FilterBypass bypass, int dot, Position.Bias bias) {
            bypass.setDot(snap(dot), bias);
        }

        @Override
        public void moveDot(FilterBypass bypass, int dot, Position.Bias bias) {
            bypass.moveDot(snap(dot), bias);
        }

        private int snap(int dot) {
            try {
                int within = Math.max(0, Math.min(dot, getDocument().getLength()));
                return Clusters.snap(getDocument(), within, within > getCaretPosition());
            } catch (BadLocationException e) {
                return dot;
            }
        }
    }
}
