package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.emoji.Emoji;
import io.heliograph.client.swing.emoji.EmojiPicker;
import io.heliograph.client.swing.emoji.EmojiSearch;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.emoji.EmojiTable;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.Bounds;
import java.awt.Point;
import java.awt.Window;
import java.util.List;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Where the user writes: the field between its buttons, and above it what is answered or edited. */
public final class ComposerPanel implements ComposerView {
    /** What a user does here. */
    public interface Gestures {
        void onTextChanged();

        void onSend();

        void onEditLast();

        /** To what was sent before, or forward again. */
        void onRecall(boolean older);

        void onTake(Completion completion, Candidate candidate);

        void onTooLong();

        void onEscape();
    }

    /** What the panel is made with. */
    public record Parts(Words words, EmojiStock emoji, EmojiPicker picker, Settings settings, Intake intake) {}

    private final Parts parts;
    private final Ground ground = new Ground(
            new MigLayout("insets 8 12 12 12, fill, hidemode 3, wrap 3, gap 8 0", "[]4[grow,fill][]", "[][]"),
            "chat",
            "");
    private final WritingPane text;
    private final ContextChip chip;
    private final JPanel leading = place();
    private final JPanel trailing = place();
    private final JButton send;
    private final ComposerField field;
    private final CompletionCard completion;
    private @Nullable EmojiSearch search;
    private Gestures gestures = new NoGestures();

    public ComposerPanel(Parts parts) {
        this.parts = parts;
        Words words = parts.words();
        text = new WritingPane(parts.emoji(), Bounds.MAX_TEXT_BYTES, () -> gestures.onTooLong());
        Controls.named(text, words.get("composer.name")).setName("composer");
        text.setTransferHandler(new WritingTransfer(text, parts.intake()));
        chip = new ContextChip(words, parts.emoji(), () -> gestures.onEscape());
        field = new ComposerField(text, trailing);
        completion = new CompletionCard(words, parts.emoji(), field, (what, which) -> gestures.onTake(what, which));
        send = Controls.style(new JButton(new Deed("", () -> gestures.onSend())), "send");
        send.setIcon(Icons.of("send-horizontal", 18, "onAccent"));
        send.setToolTipText(words.get("composer.send"));
        Controls.named(send, words.get("composer.send")).setName("send");
        ground.add(chip, "skip 1, growx, wmin 40, gapbottom 6, wrap");
        ground.add(leading, "aligny bottom, h 40!");
        ground.add(field, "growy, wmin 60");
        ground.add(send, "w 40!, h 40!, aligny bottom");
        text.onText(this::onChanged);
        new ComposerKeys(text, completion, parts.settings()).bind(() -> gestures);
    }

    /** The buttons beside and inside of the field: what they do are commands. */
    public void setActions(Action attach, Action chooseEmoji) {
        leading.add(Controls.icon(attach, "paperclip", 19, "muted"), "w 36!, h 36!");
        JButton emoji = Controls.icon(chooseEmoji, "smile", 20, "accent");
        emoji.setName("emoji");
        trailing.add(emoji, "w 32!, h 32!");
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
    public int caret() {
        return Math.min(text.getCaretPosition(), text.getDocument().getLength());
    }

    @Override
    public void setText(String value) {
        completion.hide();
        text.load(value);
    }

    @Override
    public void recall(String value) {
        text.setText(value);
    }

    @Override
    public void setPlaceholder(String value) {
        text.setPlaceholder(value);
        text.getAccessibleContext().setAccessibleDescription(value);
    }

    @Override
    public void showContext(@Nullable Context context) {
        chip.show(context);
        ground.revalidate();
    }

    @Override
    public void showCompletion(Completion shown) {
        if (text.isFocusOwner() && !shown.candidates().isEmpty()) {
            completion.show(shown);
        } else {
            completion.hide();
        }
    }

    @Override
    public void put(int start, int end, String value) {
        text.put(start, Math.min(end, text.getDocument().getLength()), value);
        focus();
    }

    @Override
    public void insert(String value) {
        text.replaceSelection(value);
        focus();
    }

    @Override
    public void surround(String mark) {
        text.surround(mark);
        focus();
    }

    @Override
    public void chooseEmoji() {
        completion.hide();
        boolean leftToRight = field.getComponentOrientation().isLeftToRight();
        parts.picker().show(field, new Point(leftToRight ? field.getWidth() : 0, 0), this::insert);
    }

    @Override
    public List<Emoji> emojiCalled(String beginning, int max) {
        EmojiTable table = parts.emoji().table();
        if (search == null && table != null) {
            search = new EmojiSearch(table);
        }
        return search == null ? List.of() : search.find(beginning, max);
    }

    @Override
    public void askToCall(int people, Runnable yes) {
        Window window = SwingUtilities.getWindowAncestor(ground);
        if (window != null) {
            new CallQuestion(parts.words(), parts.settings()).ask(window, people, yes);
        }
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

    private static JPanel place() {
        JPanel place = new JPanel(new MigLayout("insets 0, fill", "[]", "[40!,center]"));
        place.setOpaque(false);
        return place;
    }
}
