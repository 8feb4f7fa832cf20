package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage.Presence;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.time.DeadlineQueue;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.store.AccountRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Who can be reached, and telling everybody (protocol.md 5.7, 7.3, 7.4). Changes are gathered for 250 ms and encoded
 * once for all.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Presences {
    static final long AWAY_AFTER_NS = TimeUnit.SECONDS.toNanos(60);
    static final long OFFLINE_AFTER_NS = TimeUnit.SECONDS.toNanos(90);
    static final long GATHER_NS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOOK_EVERY_NS = TimeUnit.SECONDS.toNanos(15);

    private final Directory directory;
    private final SightingLog sightings;
    private final ToldUsers told = new ToldUsers();
    private final Set<Account> changed = new LinkedHashSet<>();
    /** Of {@link #changed}, those of whom a newcomer was told already: all are, even if it turns out to be no news. */
    private final Set<Account> shownEarly = new HashSet<>();

    private final DeadlineQueue<Session> looks = new DeadlineQueue<>();
    private final DeadlineQueue<Account> textEnds = new DeadlineQueue<>();
    /** Sessions that are silent and are told nothing: news would pile up for them. */
    private final Set<Session> stale = new HashSet<>();

    private long tellNs = NanoClock.NEVER_NS;

    Presences(Directory directory, SightingLog sightings) {
        this.directory = directory;
        this.sightings = sightings;
    }

    /** Call once, when the accounts are restored and nobody is connected. */
    void begin(long nowNs) {
        for (Account account : directory.accounts().all()) {
            scheduleTextEnd(account, nowNs);
            told.put(account, entryOf(account, nowNs));
        }
    }

    /** Call when {@code session} is bound to {@code account} and has been welcomed. */
    void onEntered(Session session, Account account, long nowNs) {
        sightings.onDevice(account, session.device());
        reconsider(account, nowNs);
        sendList(session, nowNs);
        looks.schedule(session, nowNs + AWAY_AFTER_NS);
    }

    /** Call when a session is gone, logged in or not. */
    void onDeparted(Session session, long nowNs) {
        looks.cancel(session);
        stale.remove(session);
        Account account = session.account();
        if (account != null) {
            sightings.onDevice(account, session.device());
            reconsider(account, nowNs);
        }
    }

    /** The user has chosen something else to show. */
    void onStatus(Account account, long nowNs) {
        scheduleTextEnd(account, nowNs);
        reconsider(account, nowNs);
    }

    /** Something may have changed in what others see of {@code account}. */
    void reconsider(Account account, long nowNs) {
        UserEntry entry = entryOf(account, nowNs);
        sightings.onShown(account, entry.state() != PresenceState.OFFLINE);
        if (!entry.equals(told.of(account))) {
            changed.add(account);
            tellNs = Math.min(tellNs, nowNs + GATHER_NS);
        }
    }

    void onTimeout(long nowNs) {
        for (Session session = looks.pollDue(nowNs); session != null; session = looks.pollDue(nowNs)) {
            look(session, nowNs);
        }
        for (Account account = textEnds.pollDue(nowNs); account != null; account = textEnds.pollDue(nowNs)) {
            onStatus(account, nowNs); // again if the wall clock has gone back
        }
        if (tellNs <= nowNs) {
            tellNs = NanoClock.NEVER_NS;
            tell(nowNs);
        }
    }

    long nextTimeoutNs() {
        return Math.min(tellNs, Math.min(looks.nextNs(), textEnds.nextNs()));
    }

    /** As others see {@code account} at this moment. */
    UserEntry entryOf(Account account, long nowNs) {
        PresenceState state = shown(account, nowNs);
        boolean tells = account.preferences().tellsLastSeen();
        return state == PresenceState.OFFLINE
                ? new UserEntry(account.name(), state, "", tells ? account.lastSeenMs() : 0)
                : new UserEntry(account.name(), state, textOf(account), 0);
    }

    /** What the user has chosen, for the user alone. */
    UserEntry chosenBy(Account account) {
        return new UserEntry(account.name(), choiceOf(account), textOf(account), 0);
    }

    // Private

    private PresenceState shown(Account account, long nowNs) {
        long silentNs = Long.MAX_VALUE;
        for (Session session : directory.sessionsOf(account)) {
            silentNs = Math.min(silentNs, session.link().silentForNs(nowNs));
        }
        PresenceState choice = choiceOf(account);
        if (silentNs >= OFFLINE_AFTER_NS || choice == PresenceState.INVISIBLE) {
            return PresenceState.OFFLINE;
        }
        return silentNs >= AWAY_AFTER_NS ? PresenceState.AWAY : choice;
    }

    private static PresenceState choiceOf(Account account) {
        PresenceState choice =
                Coded.ofCode(PresenceState.class, account.status().state());
        return choice == null || choice == PresenceState.OFFLINE ? PresenceState.ONLINE : choice;
    }

    private String textOf(Account account) {
        AccountRow.Status status = account.status();
        boolean over = status.untilMs() != 0 && status.untilMs() <= directory.nowMs();
        return over ? "" : status.text();
    }

    private void scheduleTextEnd(Account account, long nowNs) {
        AccountRow.Status status = account.status();
        long leftMs = status.untilMs() - directory.nowMs();
        if (status.untilMs() == 0 || status.text().isEmpty() || leftMs <= 0) {
            textEnds.cancel(account);
        } else {
            textEnds.schedule(account, nowNs + TimeUnit.MILLISECONDS.toNanos(leftMs));
        }
    }

    private void look(Session session, long nowNs) {
        Account account = session.account();
        if (session.isClosed() || account == null) {
            return;
        }
        long silentNs = session.link().silentForNs(nowNs);
        reconsider(account, nowNs);
        sightings.onLook(account);
        if (silentNs < AWAY_AFTER_NS && stale.remove(session)) {
            sendList(session, nowNs);
        }
        looks.schedule(session, nowNs + (silentNs < AWAY_AFTER_NS ? AWAY_AFTER_NS - silentNs : LOOK_EVERY_NS));
    }

    /** What everybody knows, then what they will be told within 250 ms. */
    private void sendList(Session session, long nowNs) {
        told.pages().forEach(page -> session.sendOn(SessionLink.NEWS_LANE, page));
        List<UserEntry> ahead = new ArrayList<>();
        for (Account account : changed) {
            UserEntry entry = entryOf(account, nowNs);
            if (!entry.equals(told.of(account))) {
                ahead.add(entry);
                shownEarly.add(account);
            }
        }
        encode(ahead).forEach(page -> session.sendOn(SessionLink.NEWS_LANE, page));
    }

    private void tell(long nowNs) {
        List<UserEntry> news = new ArrayList<>();
        for (Account account : changed) {
            UserEntry entry = entryOf(account, nowNs);
            if (shownEarly.contains(account) || !entry.equals(told.of(account))) {
                told.put(account, entry);
                news.add(entry);
            }
        }
        changed.clear();
        shownEarly.clear();
        for (Bytes page : encode(news)) {
            directory.loggedInSessions().forEach(session -> tell(session, page, nowNs));
        }
    }

    private static List<Bytes> encode(List<UserEntry> news) {
        List<Bytes> pages = new ArrayList<>();
        for (int from = 0; from < news.size(); from += Bounds.MAX_LIST_ENTRIES) {
            int to = Math.min(news.size(), from + Bounds.MAX_LIST_ENTRIES);
            pages.add(MessageCodec.encode(new Presence(news.subList(from, to))));
        }
        return pages;
    }

    private void tell(Session session, Bytes news, long nowNs) {
        if (session.link().silentForNs(nowNs) >= AWAY_AFTER_NS) {
            stale.add(session);
        }
        if (!stale.contains(session)) {
            session.sendOn(SessionLink.NEWS_LANE, news);
        }
    }
}
