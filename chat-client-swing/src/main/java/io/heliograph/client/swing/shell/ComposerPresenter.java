package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.timeline.LineText;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what is written: sent, kept as a draft, turned into a change or a command. Knows no component.
 *
 * <p>Event dispatch thread only.
 */
final class ComposerPresenter {
    /** Others see the notice for five seconds (protocol.md 8.7). */
    private static final long TYPING_EVERY_MS = TimeUnit.SECONDS.toMillis(3);

    private static final int MAX_HINTS = 6;
    private static final int EXCERPT_CHARS = 80;

    private final ComposerView view;
    private final Desk desk;
    private final CommandRegistry commands;
    private final Drafts drafts;
    private @Nullable Target where;
    private @Nullable ShownEntry edited;
    private @Nullable ShownEntry answered;
    private long lastTypingMs;
    private boolean loading;

    ComposerPresenter(ComposerView view, Desk desk, CommandRegistry commands, Drafts drafts) {
        this.view = view;
        this.desk = desk;
        this.commands = commands;
        this.drafts = drafts;
    }

    /** Keeps what was being written, and shows what was begun there. */
    void open(@Nullable Target target) {
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

    void onTextChanged(long nowMs) {
        String text = view.text();
        view.showHints(loading ? List.of() : hints(text));
        Target target = where;
        boolean said = !text.isBlank() && !text.startsWith("/");
        if (!loading && target != null && said && nowMs - lastTypingMs >= TYPING_EVERY_MS) {
            lastTypingMs = nowMs;
            desk.submit(new ClientCommand.Typing(target));
        }
    }

    void onSend() {
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
        keepDraft();
        lastTypingMs = 0;
        if (old != null) {
            desk.post(id -> new ClientCommand.Edit(id, target, old.seq(), text, old.replyToSeq()));
        } else {
            commands.enter(desk, text, original == null ? 0 : original.seq());
        }
    }

    /** Up in an empty composer. */
    void onEditLast() {
        Target target = where;
        Place place = target == null ? null : desk.model().find(target);
        ShownEntry last = place == null ? null : place.lastOwn();
        if (last != null && last.text() != null) {
            edited = last;
            answered = null;
            view.showContext(desk.words().get("composer.editing"));
            load(last.text());
        }
        view.focus();
    }

    void onReply(ShownEntry entry) {
        answered = entry;
        edited = null;
        view.showContext(desk.words()
                .get(
                        "composer.answering",
                        SafeText.excerpt(entry.from(), 30),
                        LineText.excerpt(entry, desk.words(), EXCERPT_CHARS)));
        view.focus();
    }

    /** Escape: an edit or an answer is given up, a draft stays. */
    void onEscape() {
        if (edited != null) {
            load("");
        }
        edited = null;
        answered = null;
        view.showContext("");
        view.showHints(List.of());
    }

    /** Before the conversation changes, and before the end. An edit is no draft. */
    void keepDraft() {
        Target target = where;
        if (target == null) {
            return;
        }
        try {
            drafts.keep(target, edited == null ? view.text() : "");
        } catch (IOException e) {
            desk.complain(desk.words().get("profile.unwritable"));
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
