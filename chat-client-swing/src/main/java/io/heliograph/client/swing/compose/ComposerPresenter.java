package io.heliograph.client.swing.compose;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.command.Writing;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.RowWording;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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

    private static final int MAX_HINTS = 6;
    private static final int EXCERPT_CHARS = 80;

    private final ComposerView view;
    private final Desk desk;
    private final CommandRegistry commands;
    private final Drafts drafts;
    private final RowWording wording;
    private @Nullable Target where;
    private @Nullable ShownEntry edited;
    private @Nullable ShownEntry answered;
    private long lastTypingMs;
    private boolean loading;

    public ComposerPresenter(ComposerView view, Desk desk, CommandRegistry commands, Drafts drafts) {
        this.view = view;
        this.desk = desk;
        this.commands = commands;
        this.drafts = drafts;
        this.wording = new RowWording(new MessageWords(desk.words(), ZoneId.systemDefault()));
    }

    /** Keeps what was being written, and shows what was begun there. */
    public void open(@Nullable Target target) {
        keepDraft();
        edited = null;
        answered = null;
        where = target;
        view.showContext("");
        view.setUsable(target != null);
        view.setPlaceholder(
                target == null ? "" : desk.words().get("composer.placeholder", SafeText.excerpt(target.name(), 40)));
        load(target == null ? "" : drafts.of(target));
    }

    public void onTextChanged(long nowMs) {
        String text = view.text();
        view.showHints(loading ? List.of() : hints(text));
        Target target = where;
        boolean said = !text.isBlank() && !text.startsWith("/");
        if (!loading && target != null && said && nowMs - lastTypingMs >= TYPING_EVERY_MS) {
            lastTypingMs = nowMs;
            desk.submit(new ClientCommand.Typing(target));
        }
    }

    public void onSend() {
        String text = view.text().strip();
        Target target = where;
        if (text.isEmpty() || target == null) {
            return;
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_TEXT_BYTES) {
            desk.complain(desk.words().get("composer.tooLong", Bounds.MAX_TEXT_BYTES));
            return;
        }
        ShownEntry old = edited;
        ShownEntry original = answered;
        edited = null;
        answered = null;
        view.showContext("");
        load("");
        lastTypingMs = 0;
        if (old != null) {
            load(drafts.of(target));
            desk.post(id -> new ClientCommand.Edit(id, target, old.seq(), text, old.replyToSeq()));
        } else {
            keepDraft();
            commands.enter(desk, text, original == null ? 0 : original.seq());
        }
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

    /** Loads an own message of this conversation; a draft that stood there is kept. */
    public void onEdit(ShownEntry entry) {
        String old = entry.text();
        if (entry.own() && !entry.deleted() && old != null) {
            keepDraft();
            edited = entry;
            answered = null;
            view.showContext(desk.words().get("composer.editing"));
            load(old);
        }
        view.focus();
    }

    public void onReply(ShownEntry entry) {
        giveUpEdit();
        answered = entry;
        edited = null;
        view.showContext(desk.words()
                .get("composer.answering", SafeText.excerpt(entry.from(), 30), wording.excerpt(entry, EXCERPT_CHARS)));
        view.focus();
    }

    /** Escape: an edit or an answer is given up, a draft stays. */
    public void onEscape() {
        giveUpEdit();
        answered = null;
        view.showContext("");
        view.showHints(List.of());
    }

    @Override
    public void insert(String text) {
        view.insert(text);
    }

    /** Before the conversation changes, and before the end. What is edited is no draft. */
    public void keepDraft() {
        Target target = where;
        if (target == null || edited != null) {
            return;
        }
        try {
            drafts.keep(target, view.text());
        } catch (IOException e) {
            desk.complain(desk.words().get("profile.unwritable"));
        }
    }

    private void giveUpEdit() {
        Target target = where;
        if (edited != null && target != null) {
            edited = null;
            load(drafts.of(target));
        }
    }

    private void load(String text) {
        loading = true;
        view.setText(text);
        loading = false;
        view.showHints(List.of());
    }

    private List<String> hints(String text) {
        List<String> hints = new ArrayList<>();
        if (text.startsWith("/") && !text.startsWith("//") && text.indexOf(' ') < 0) {
            Words words = desk.words();
            for (DeskCommand command : commands.all()) {
                if (command.id().startsWith(text.substring(1)) && hints.size() < MAX_HINTS) {
                    String usage = words.orElse("command." + command.id() + ".usage", "");
                    hints.add("/" + command.id() + (usage.isEmpty() ? "" : " " + usage) + " — "
                            + words.get("command." + command.id()));
                }
            }
        }
        return hints;
    }
}
