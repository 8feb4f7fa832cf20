package io.heliograph.client.swing.compose;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.Writing;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.RowWording;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what is written: sent, kept as a draft, turned into a change or a command. Knows no component.
 *
 * <p>Event dispatch thread only.
 */
public final class ComposerPresenter implements Writing {
    /** Others see the notice for five seconds (protocol.md 8.7). */
    private static final long TYPING_EVERY_MS = TimeUnit.SECONDS.toMillis(3);
    /** Chosen by us: each telling is a box for every other device. */
    private static final long DRAFT_PAUSE_MS = 5_000;

    /** Chosen by us: so many may be called without a question. */
    private static final int CALLED_UNASKED = 5;

    private static final int NAME_CHARS = 40;
    private static final int EXCERPT_CHARS = 160;

    private final ComposerView view;
    private final Desk desk;
    private final CommandRegistry commands;
    private final Drafts drafts;
    private final Runnable draftsChanged;
    private final RowWording wording;
    private final Completer completer;
    private final SentLines sent = new SentLines();
    private @Nullable Target where;
    private @Nullable ShownEntry edited;
    private @Nullable ShownEntry answered;
    private long lastTypingMs;
    private long changedMs;
    private boolean loading;

    /** {@code draftsChanged} has them written, and by another thread. */
    public ComposerPresenter(
            ComposerView view, Desk desk, CommandRegistry commands, Drafts drafts, Runnable draftsChanged) {
        this.view = view;
        this.desk = desk;
        this.commands = commands;
        this.drafts = drafts;
        this.draftsChanged = draftsChanged;
        this.wording = new RowWording(new MessageWords(desk.words(), ZoneId.systemDefault()));
        this.completer = new Completer(desk, commands, view::emojiCalled);
    }

    /** Keeps what was being written, and shows what was begun there. */
    public void open(@Nullable Target target) {
        keepDraft();
        edited = null;
        where = target;
        answered = target == null ? null : keptAnswer(target);
        view.setUsable(target != null);
        String name = target == null ? "" : SafeText.excerpt(target.name(), NAME_CHARS);
        view.setPlaceholder(target == null ? "" : desk.words().get("composer.placeholder", name));
        load(target == null ? "" : drafts.of(target));
        showContext();
    }

    public void onTextChanged(long nowMs) {
        if (loading) {
            return;
        }
        String text = view.text();
        changedMs = nowMs;
        view.showCompletion(completer.at(text, Math.min(text.length(), view.caret())));
        Target target = where;
        boolean said = !text.isBlank() && !text.startsWith("/");
        if (target != null && said && nowMs - lastTypingMs >= TYPING_EVERY_MS) {
            lastTypingMs = nowMs;
            desk.submit(new ClientCommand.Typing(target));
        }
    }

    public void onTake(Completion completion, Candidate candidate) {
        view.put(completion.start(), completion.end(), candidate.insertion());
    }

    public void onSend() {
        String text = view.text().strip();
        Target target = where;
        if (text.isEmpty() || target == null) {
            return;
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_TEXT_BYTES) {
            onTooLong();
            return;
        }
        int called = Calls.everybody(text) && !text.startsWith("/") ? others(target) : 0;
        if (called > CALLED_UNASKED && edited == null) {
            view.askToCall(called, () -> send(target, text));
        } else {
            send(target, text);
        }
    }

    public void onTooLong() {
        desk.complain(desk.words().get("composer.tooLong", Bounds.MAX_TEXT_BYTES));
    }

    /** Up in an empty composer. */
    public void onEditLast() {
        Target target = where;
        Place place = target == null ? null : desk.model().find(target);
        ShownEntry last = place == null ? null : place.lastOwn();
        if (last == null) {
            view.focus();
        } else {
            onEdit(last);
        }
    }

    /** To what was sent before, or forward again. */
    public void onRecall(boolean older) {
        String line = older ? sent.older(view.text()) : sent.newer();
        if (line != null) {
            view.recall(line);
        }
    }

    /** Loads an own message of this conversation; a draft that stood there is kept. */
    public void onEdit(ShownEntry entry) {
        String old = entry.text();
        if (entry.own() && !entry.deleted() && old != null) {
            keepDraft();
            edited = entry;
            load(old);
            showContext();
        }
        view.focus();
    }

    /** Begins an answer to a message of this conversation. */
    public void onReply(ShownEntry entry) {
        giveUpEdit();
        answered = entry;
        showContext();
        view.focus();
    }

    /** Escape: an edit is given up and then an answer; a draft stays. False where there was neither. */
    public boolean onEscape() {
        boolean something = edited != null || answered != null;
        if (edited == null) {
            answered = null;
        }
        giveUpEdit();
        showContext();
        view.showCompletion(Completion.NONE);
        return something;
    }

    @Override
    public void insert(String text) {
        view.insert(text);
    }

    @Override
    public void surround(String mark) {
        view.surround(mark);
    }

    @Override
    public void chooseEmoji() {
        view.chooseEmoji();
    }

    /** Another device of the user has begun something, or is done with it; what was typed here since then stays. */
    public void onDraft(Target target, String text) {
        String before = drafts.of(target);
        boolean open = where != null && where.key().equals(target.key()) && edited == null;
        if (open && !view.text().equals(before)) {
            return;
        }
        drafts.set(target, text, drafts.answeredIn(target));
        draftsChanged.run();
        if (open) {
            load(text);
        }
    }

    /** Once a second: who pauses may go on at another device. */
    public void onTick(long nowMs) {
        if (changedMs > 0 && nowMs - changedMs >= DRAFT_PAUSE_MS) {
            keepDraft();
        }
    }

    /** Before the conversation changes, and before the end. What is edited is no draft. */
    public void keepDraft() {
        Target target = where;
        if (target == null || edited != null) {
            return;
        }
        String text = view.text();
        changedMs = 0;
        long answers = answered == null ? 0 : answered.seq();
        boolean isNew = !text.equals(drafts.of(target));
        if (isNew) {
            desk.submit(new ClientCommand.TellDraft(target, text));
        }
        if (isNew || answers != drafts.answeredIn(target)) {
            drafts.set(target, text, answers);
            draftsChanged.run();
        }
    }

    private void send(Target target, String text) {
        ShownEntry old = edited;
        ShownEntry original = answered;
        lastTypingMs = 0;
        sent.add(text);
        if (old != null) {
            giveUpEdit();
            desk.post(id -> new ClientCommand.Edit(id, target, old.seq(), text, old.replyToSeq()));
        } else {
            boolean command = text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/me ");
            answered = command ? original : null;
            load("");
            keepDraft();
            commands.enter(desk, text, original == null ? 0 : original.seq());
        }
        showContext();
    }

    private int others(Target target) {
        Place place = desk.model().find(target);
        return target.isRoom() && place != null ? place.members().size() - 1 : 0;
    }

    private @Nullable ShownEntry keptAnswer(Target target) {
        long seq = drafts.answeredIn(target);
        Place place = desk.model().find(target);
        return place == null || seq == 0 ? null : place.find(seq);
    }

    private void giveUpEdit() {
        Target target = where;
        if (edited != null && target != null) {
            edited = null;
            load(drafts.of(target));
        }
    }

    private void showContext() {
        ShownEntry shown = edited == null ? answered : edited;
        if (shown == null) {
            view.showContext(null);
            return;
        }
        String name = SafeText.excerpt(shown.own() ? desk.model().user() : shown.from(), NAME_CHARS);
        String title = edited == null
                ? desk.words().get("composer.answering", name)
                : desk.words().get("composer.editing");
        String line = wording.excerpt(shown, EXCERPT_CHARS);
        view.showContext(new ComposerView.Context(edited != null, title, line));
    }

    private void load(String text) {
        loading = true;
        view.setText(text);
        loading = false;
        view.showCompletion(Completion.NONE);
    }
}
