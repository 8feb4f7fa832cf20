package io.heliograph.client.swing.notify;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.settings.NotificationKeys;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.text.SafeText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is worth a notification, and makes one of many: who gets twenty lines at once wants one card.
 *
 * <p>Event dispatch thread only; knows no component.
 */
final class NotifyPresenter {
    /** Chosen by us: long enough for a burst, short enough for an answer. */
    static final long PAUSE_MS = TimeUnit.SECONDS.toMillis(4);

    private static final int MAX_BODY_CHARS = 160;

    private final Words words;
    private final Settings settings;
    private final BooleanSupplier inFront;
    private final Consumer<Note> show;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Desk desk;
    private final Attention attention;

    /** {@code inFront}: the user looks at the conversations of {@code desk}. */
    NotifyPresenter(
            Desk desk,
            Words words,
            Settings settings,
            Attention attention,
            BooleanSupplier inFront,
            Consumer<Note> show) {
        this.desk = desk;
        this.attention = attention;
        this.words = words;
        this.settings = settings;
        this.inFront = inFront;
        this.show = show;
    }

    void onEvent(ClientEvent event, long nowMs) {
        Desk open = desk;
        if (open.model().chosen() == PresenceState.BUSY || attention.isQuiet(nowMs)) {
            return;
        }
        if (event instanceof ClientEvent.EntryShown shown && shown.live() && isWorthIt(open, shown)) {
            add(shown.where(), shown.entry(), nowMs);
        } else if (event instanceof ClientEvent.Announced announced) {
            show.accept(new Note("announced", words.get("notify.announced"), body(announced.text()), null, true));
        } else if (event instanceof ClientEvent.Invited invited) {
            String line = words.get(
                    "notify.invited.to",
                    SafeText.line(invited.by()),
                    SafeText.line(invited.room().address()));
            show.accept(new Note("invited", words.get("notify.invited"), line, null, true));
        }
    }

    /** Behind each burst of events, and once a second: the first of a conversation is told at once. */
    void onTime(long nowMs) {
        waiting.values().removeIf(one -> one.count == 0 && nowMs - one.toldMs >= PAUSE_MS);
        for (Waiting one : waiting.values()) {
            if (one.count > 0 && nowMs - one.toldMs >= PAUSE_MS) {
                show.accept(one.note(
                        words, settings.get().kept(NotificationKeys.TEXT).equals("no")));
                one.count = 0;
                one.urgent = false;
                one.toldMs = nowMs;
            }
        }
    }

    /** What the user reads now is not told of any more. */
    void onOpened(Target where) {
        Waiting one = waiting.get(where.key());
        if (one != null) {
            one.count = 0;
        }
    }

    private boolean isWorthIt(Desk open, ClientEvent.EntryShown shown) {
        ShownEntry entry = shown.entry();
        Target where = shown.where();
        if (!entry.isMessage()
                || entry.own()
                || open.choices().ignores(entry.from())
                || open.choices().isMuted(where)) {
            return false;
        }
        Target current = open.current();
        boolean looking =
                inFront.getAsBoolean() && current != null && current.key().equals(where.key());
        return !looking && reaches(open, where, entry);
    }

    private boolean reaches(Desk open, Target where, ShownEntry entry) {
        boolean personal = isPersonal(where, entry);
        return switch (settings.get().kept(NotificationKeys.LEVEL)) {
            case "none" -> false;
            case "mentions" -> personal;
            default -> personal || !open.choices().isQuiet(where);
        };
    }

    private void add(Target where, ShownEntry entry, long nowMs) {
        Waiting one = waiting.computeIfAbsent(where.key(), key -> new Waiting(where, nowMs - PAUSE_MS));
        one.count++;
        one.last = entry;
        one.urgent |= isPersonal(where, entry);
    }

    private boolean isPersonal(Target where, ShownEntry entry) {
        return entry.mentionsMe() || !where.isRoom() || attention.isNamed(entry.text());
    }

    private static String body(@Nullable String text) {
        return SafeText.excerpt(text == null ? "" : text, MAX_BODY_CHARS);
    }

    /** What of a conversation was not told yet. */
    private static final class Waiting {
        private final Target where;
        private long toldMs;
        private int count;
        private boolean urgent;
        private @Nullable ShownEntry last;

        Waiting(Target where, long toldMs) {
            this.where = where;
            this.toldMs = toldMs;
        }

        Note note(Words words, boolean discreet) {
            ShownEntry entry = last;
            String from = entry == null ? "" : SafeText.line(entry.from());
            String title = where.isRoom() ? from + " · " + SafeText.line(where.address()) : from;
            String body = words.get("notify.many", count);
            if (!discreet && entry != null && count == 1) {
                body = entry.file() == null
                        ? body(entry.text())
                        : words.get("notify.file", SafeText.line(entry.file().name()));
            }
            String said = body.isEmpty() ? words.get("notify.message") : body;
            return new Note(
                    where.key(),
                    count == 1 || !where.isRoom() ? title : SafeText.line(where.address()),
                    said,
                    where,
                    urgent);
        }
    }
}
