package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.compose.Completion;
import io.heliograph.client.swing.compose.ComposerView;
import io.heliograph.client.swing.emoji.Emoji;
import io.heliograph.client.swing.emoji.EmojiSearch;
import io.heliograph.client.swing.emoji.EmojiTable;
import io.heliograph.client.swing.messages.MessageListModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All regions of a window, remembering what was shown last. */
final class RememberedViews
        implements ConversationListView,
                HeaderView,
                BannerView,
                DetailsView,
                ComposerView,
                TimelineView,
                NoteView,
                OwnView {
    private static final EmojiTable EMOJI = new EmojiTable(Locale.ENGLISH);

    List<ConversationRow> rows = List.of();

    @Nullable
    MessageListModel lines;

    @Nullable
    ShownEntry selected;

    List<String> typing = List.of();
    List<Long> announced = new ArrayList<>();
    boolean unreadShown;
    int endShown;
    String banner = "";
    String note = "";
    String text = "";
    int listCount;
    int called;
    Runnable confirmed = () -> {};
    ComposerView.@Nullable Context context;
    Completion completion = Completion.NONE;
    DetailsView.@Nullable Details details;

    Views all() {
        return new Views(this, this, this, this, this, this, this, this);
    }

    @Override
    public void showRows(List<ConversationRow> shown, @Nullable Target selected) {
        rows = shown;
        listCount++;
    }

    @Override
    public void showTitle(String title) {}

    @Override
    public void showHeader(@Nullable Header header) {}

    @Override
    public void showBanner(String line, boolean canRetry, boolean lost) {
        banner = line;
    }

    @Override
    public void showDetails(@Nullable Details shown) {
        details = shown;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public void setText(String value) {
        text = value;
    }

    @Override
    public void insert(String value) {
        text += value;
    }

    @Override
    public void setPlaceholder(String value) {}

    @Override
    public int caret() {
        return text.length();
    }

    @Override
    public void recall(String value) {
        text = value;
    }

    @Override
    public void showContext(@Nullable Context shown) {
        context = shown;
    }

    @Override
    public void showCompletion(Completion shown) {
        completion = shown;
    }

    @Override
    public void put(int start, int end, String value) {
        text = text.substring(0, start) + value + text.substring(end);
    }

    @Override
    public void surround(String mark) {
        text = mark + text + mark;
    }

    @Override
    public void chooseEmoji() {}

    @Override
    public List<Emoji> emojiCalled(String beginning, int max) {
        return new EmojiSearch(EMOJI).find(beginning, max);
    }

    @Override
    public void askToCall(int people, Runnable yes) {
        called = people;
        confirmed = yes;
    }

    @Override
    public void setUsable(boolean usable) {}

    @Override
    public void focus() {}

    @Override
    public void open(@Nullable MessageListModel shown) {
        lines = shown;
    }

    @Override
    public void showUnread() {
        unreadShown = true;
    }

    @Override
    public void showEnd() {
        endShown++;
    }

    @Override
    public boolean show(long seq) {
        return lines != null && lines.indexOf(seq) >= 0;
    }

    @Override
    public void showTyping(List<String> names) {
        typing = names;
    }

    @Override
    public void announce(ShownEntry entry) {
        announced.add(entry.seq());
    }

    @Override
    public @Nullable ShownEntry selected() {
        return selected;
    }

    @Override
    public void showNote(String line, boolean complaint) {
        note = line;
    }

    @Override
    public void showOwn(String name, String state, @Nullable String dot) {}
}
