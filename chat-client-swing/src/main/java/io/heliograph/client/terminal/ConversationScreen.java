package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.common.message.Bounds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person sees of conversations: lines as they come, the last ones of a conversation that is entered, a page of
 * history; and what is seen counts as read.
 *
 * <p>Thread-safe: events come on one thread, commands on another.
 */
final class ConversationScreen {
    private static final int OPENING_LINES = 20;
    private static final int MAX_OPENING_LINES = 100;

    private final CommandSink client;
    private final ChatView view;
    private final LocalChoices choices;
    private final Screen screen;
    private final StyledLines lines;
    private final Set<String> opened = new HashSet<>();
    private final Set<String> opening = new HashSet<>();
    private final Map<String, Integer> wantedHistory = new HashMap<>();
    private String lookedAt = "";

    ConversationScreen(CommandSink client, ChatView view, LocalChoices choices, Screen screen, StyledLines lines) {
        this.client = client;
        this.view = view;
        this.choices = choices;
        this.screen = screen;
        this.lines = lines;
    }

    /** False if the event is about something else. */
    synchronized boolean onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.EntryShown shown) {
            onShown(shown);
        } else if (event instanceof ClientEvent.EntryRevealed revealed) {
            if (isCurrent(revealed.where()) || !choices.isMuted(revealed.where())) {
                print(revealed.where(), revealed.entry());
            }
        } else if (event instanceof ClientEvent.PageShown page) {
            onPage(page);
        } else if (event instanceof ClientEvent.EntryChanged changed) {
            if (isCurrent(changed.where()) && !choices.ignores(changed.by())) {
                screen.print(lines.notice(EntryWording.change(changed)));
            }
        } else {
            if (event instanceof ClientEvent.HistoryReset) {
                opened.clear();
            } else if (event instanceof ClientEvent.Refused refused
                    && refused.command() instanceof ClientCommand.LoadOlder older) {
                onRefused(older.where());
            }
            return false;
        }
        return true;
    }

    /** Shows where the user is now, if that was not looked at yet, and what is new there. */
    synchronized void look() {
        Target where = view.current();
        if (!view.isIn(where) || screen.isLocked()) {
            return;
        }
        long unread = view.unreadOf(where).unreadCount();
        if (opened.add(where.key())) {
            opening.add(where.key());
            long wanted = Math.max(OPENING_LINES, Math.min(unread + 5, MAX_OPENING_LINES));
            submit(new ClientCommand.LoadOlder(where, (int) wanted));
        } else if (!lookedAt.equals(where.key()) && unread > 0 && !opening.contains(where.key())) {
            List<ShownEntry> messages = view.messages(where);
            int count = (int) Math.min(unread, messages.size());
            screen.print(lines.newMark(unread));
            for (int number = count; number >= 1; number--) {
                print(where, messages.get(number - 1));
            }
            markRead(where);
        }
        lookedAt = where.key();
    }

    /** Shows the last {@code count} messages with their numbers; loads what is missing. */
    synchronized void showHistory(Target where, int count) {
        int missing = count - view.messages(where).size();
        if (missing <= 0 || !view.isIn(where)) {
            printNumbered(where, count);
        } else {
            wantedHistory.put(where.key(), count);
            submit(new ClientCommand.LoadOlder(where, Math.min(missing, Bounds.MAX_PAGE_ENTRIES)));
        }
    }

    // Private

    private void onShown(ClientEvent.EntryShown shown) {
        ShownEntry entry = shown.entry();
        boolean here = isCurrent(shown.where());
        boolean quiet = choices.isMuted(shown.where()) || choices.ignores(entry.from());
        if (here || (entry.isMessage() && !quiet)) {
            print(shown.where(), entry);
        }
        if (shown.live() && !quiet && isForUser(shown.where(), entry)) {
            screen.bell();
        }
        if (here && entry.seq() > 0) {
            submit(new ClientCommand.MarkRead(shown.where(), entry.seq()));
        }
    }

    private static boolean isForUser(Target where, ShownEntry entry) {
        return entry.isMessage() && !entry.own() && (entry.mentionsMe() || !where.isRoom());
    }

    private void onPage(ClientEvent.PageShown page) {
        Target where = page.where();
        Integer wanted = wantedHistory.get(where.key());
        if (opening.remove(where.key())) {
            printOpening(page);
        } else if (wanted != null) {
            int missing = wanted - view.messages(where).size();
            if (missing > 0 && page.more()) {
                submit(new ClientCommand.LoadOlder(where, Math.min(missing, Bounds.MAX_PAGE_ENTRIES)));
            } else {
                wantedHistory.remove(where.key());
                printNumbered(where, wanted);
            }
        }
    }

    private void onRefused(Target where) {
        Integer wanted = wantedHistory.remove(where.key());
        if (wanted != null) {
            printNumbered(where, wanted);
        }
        if (opening.remove(where.key())) {
            opened.remove(where.key()); // the next time somebody looks
        }
    }

    private void printOpening(ClientEvent.PageShown page) {
        ClientEvent.UnreadChanged unread = view.unreadOf(page.where());
        boolean marked = unread.unreadCount() == 0;
        for (ShownEntry entry : page.entries()) {
            if (!marked && entry.isMessage() && !entry.own() && entry.seq() > unread.readSeq()) {
                marked = true;
                screen.print(lines.newMark(unread.unreadCount()));
            }
            print(page.where(), entry);
        }
        if (isCurrent(page.where())) {
            markRead(page.where());
        }
    }

    private void printNumbered(Target where, int count) {
        List<ShownEntry> messages = view.messages(where);
        for (int number = Math.min(count, messages.size()); number >= 1; number--) {
            ShownEntry entry = messages.get(number - 1);
            screen.print(lines.numbered(
                    number, lines.message(where, entry, view.current(), view.find(where, entry.replyToSeq()))));
        }
        if (messages.isEmpty()) {
            screen.print(lines.notice("nothing was said here yet"));
        }
    }

    private void print(Target where, ShownEntry entry) {
        if (choices.ignores(entry.from())) {
            return;
        }
        if (entry.isMessage()) {
            ShownEntry original = view.find(where, entry.replyToSeq());
            screen.print(lines.message(where, entry, view.current(), original));
        } else {
            screen.print(lines.notice(EntryWording.notice(entry, where)));
        }
    }

    private void markRead(Target where) {
        long lastSeq = view.lastSeq(where);
        if (lastSeq > 0) {
            submit(new ClientCommand.MarkRead(where, lastSeq));
        }
    }

    /** What came while nothing could be seen is new. */
    synchronized void onUnlocked() {
        lookedAt = "";
        look();
    }

    /** Nobody looks at a screen that is locked. */
    private boolean isCurrent(Target where) {
        return !screen.isLocked() && where.key().equals(view.current().key());
    }

    private void submit(ClientCommand command) {
        if (!client.submit(command)) {
            screen.print(lines.mistake("the client has too much to do: try again in a moment"));
        }
    }
}
