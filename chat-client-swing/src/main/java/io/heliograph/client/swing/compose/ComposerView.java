package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.emoji.Emoji;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the user writes. Event dispatch thread only. */
public interface ComposerView {
    /** What is answered or edited; {@code line} may be empty. */
    record Context(boolean editing, String title, String line) {}

    String text();

    /** Between 0 and the length of the text. */
    int caret();

    /** Begins anew with {@code text}. */
    void setText(String text);

    /** Replaces all, so that the user can take it back. */
    void recall(String text);

    /** What stands in the empty field. */
    void setPlaceholder(String text);

    /** Null for nothing. */
    void showContext(@Nullable Context context);

    /** Words that may stand in place of what is begun; none hides them. */
    void showCompletion(Completion completion);

    /** Puts {@code text} in place of the characters from {@code start} to {@code end}. */
    void put(int start, int end, String text);

    /** Puts {@code text} where the caret is, in place of what is selected. */
    void insert(String text);

    /** Sets what is selected between marks, or takes them away. */
    void surround(String mark);

    /** Lets the user choose an emoji for the text. */
    void chooseEmoji();

    /** Emoji whose names begin so; none before their table is read. */
    List<Emoji> emojiCalled(String beginning, int max);

    /** Asks whether so many are to be called; runs {@code yes} if they are, or if the user wants no question. */
    void askToCall(int people, Runnable yes);

    void setUsable(boolean usable);

    void focus();
}
