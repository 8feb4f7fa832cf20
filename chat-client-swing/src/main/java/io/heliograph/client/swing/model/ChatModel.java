package io.heliograph.client.swing.model;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.messages.MessageListModel;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the desktop knows, built from events alone: conversations, people, the connection.
 *
 * <p>Not thread-safe; owned by the event dispatch thread.
 */
public final class ChatModel {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, UserEntry> people = new LinkedHashMap<>();
    private final Map<String, TrustLevel> trust = new HashMap<>();
    private final Set<String> waitingKeys = new HashSet<>();
    private final Map<MessageId, Target> sent = new HashMap<>();
    private final Sendings sendings = new Sendings();
    private final ZoneId zone;
    private final Predicate<String> ignored;
    private String user;
    private boolean admin;
    private LinkState link = new LinkState.Connecting("", 1);
    private LinkState lastOnline = link;
    private PresenceState chosen = PresenceState.ONLINE;
    private String chosenText = "";
    private String server = "";
    private String fingerprint = "";

    /**
     * Nothing is known yet.
     *
     * @param user as it is known before the server has confirmed it
     * @param zone in which days begin
     * @param ignored whose messages are not shown
     */
    public ChatModel(String user, ZoneId zone, Predicate<String> ignored) {
        this.user = user;
        this.zone = zone;
        this.ignored = ignored;
    }

    /** Takes in what has happened. */
    public void onEvent(ClientEvent event, long nowMs) {
        Target where = whereOf(event);
        link = LinkState.after(link, lastOnline, event, nowMs);
        lastOnline = link.isOnline() ? link : lastOnline;
        if (event instanceof ClientEvent.EntryShown shown) {
            onShown(shown);
        } else if (event instanceof ClientEvent.StateChanged changed) {
            onState(changed);
        } else if (event instanceof ClientEvent.FileProgress progress) {
            onFile(progress.file(), nowMs);
        } else if (event instanceof ClientEvent.HistoryReset) {
            places.values().forEach(place -> place.accept(event));
        } else if (where != null) {
            place(where).accept(event);
        } else if (event instanceof ClientEvent.TypingShown typing) {
            place(typing.where()).onTyping(typing.from(), nowMs);
        } else {
            onConversation(event);
        }
    }

    public String user() {
        return user;
    }

    /** What the server calls itself; empty before the first login of this run. */
    public String serverName() {
        return lastOnline instanceof LinkState.Online online ? online.serverName() : "";
    }

    /** Where the server was reached last; empty before the first login of this run. */
    public String server() {
        return server;
    }

    /** What the server is known by; empty before the first login of this run. */
    public String fingerprint() {
        return fingerprint;
    }

    public boolean isAdmin() {
        return admin;
    }

    public LinkState link() {
        return link;
    }

    /** What others are meant to see of this user. */
    public PresenceState chosen() {
        return chosen;
    }

    /** The text beside the user's name; not safe to show. */
    public String chosenText() {
        return chosenText;
    }

    /** Those the server knows, the liveliest first. */
    public List<Place> places() {
        List<Place> known = new ArrayList<>();
        places.values().stream().filter(place -> place.state() != null).forEach(known::add);
        known.sort(Comparator.comparingLong(Place::lastActivityMs).reversed());
        return known;
    }

    /** Null for one that is not known. */
    public @Nullable Place find(Target where) {
        return places.get(where.key());
    }

    public boolean isIn(Target where) {
        Place place = find(where);
        return place != null && place.state() != null;
    }

    /** By name; null for somebody nobody has heard of. */
    public @Nullable UserEntry person(String name) {
        return people.get(Target.user(name).key());
    }

    /** Everybody the server has named, by name. */
    public List<UserEntry> people() {
        List<UserEntry> all = new ArrayList<>(people.values());
        all.sort(Comparator.comparing(UserEntry::name, String.CASE_INSENSITIVE_ORDER));
        return all;
    }

    /** How far somebody's key is trusted; unknown before it was asked for. */
    public TrustLevel trustIn(String name) {
        return trust.getOrDefault(Target.user(name).key(), TrustLevel.UNKNOWN);
    }

    /** Somebody whose key was verified has another one, which waits for the user's yes. */
    public boolean keyWaits(String name) {
        return waitingKeys.contains(Target.user(name).key());
    }

    /** A conversation that may not be there yet: with somebody to whom nothing was said. */
    public Place place(Target where) {
        return places.computeIfAbsent(
                where.key(), key -> new Place(where, new MessageListModel(where, zone, this::isHidden)));
    }

    /** Other people are ignored than before. */
    public void ignoredChanged() {
        places.values().forEach(place -> place.lines().hiddenChanged());
    }

    private boolean isHidden(ShownEntry entry) {
        return entry.isMessage() && ignored.test(entry.from());
    }

    /** Of which conversation {@code event} tells a line; null for none. */
    private static @Nullable Target whereOf(ClientEvent event) {
        if (event instanceof ClientEvent.EntryPlaced placed) {
            return placed.where();
        } else if (event instanceof ClientEvent.EntryChanged changed) {
            return changed.where();
        } else if (event instanceof ClientEvent.EntryRevealed revealed) {
            return revealed.where();
        } else if (event instanceof ClientEvent.PageShown page) {
            return page.where();
        } else if (event instanceof ClientEvent.AroundShown around) {
            return around.where();
        } else if (event instanceof ClientEvent.GapShown gap) {
            return gap.where();
        }
        return event instanceof ClientEvent.ReceiptsChanged receipts ? receipts.where() : null;
    }

    private void onShown(ClientEvent.EntryShown shown) {
        ShownEntry entry = shown.entry();
        MessageId id = entry.id();
        if (entry.own() && id != null) {
            sent.put(id, shown.where());
            if (entry.file() != null && entry.seq() == 0) {
                sendings.posted(id);
            }
        }
        place(shown.where()).accept(shown);
    }

    /** What is being sent stands among the messages before it is one. */
    private void onFile(FileTransfer file, long nowMs) {
        ShownEntry line = sendings.line(file, user, nowMs);
        if (line != null) {
            sent.put(file.id(), file.where());
            place(file.where()).accept(new ClientEvent.EntryShown(file.where(), line, true));
        } else if (sendings.ended(file)) {
            place(file.where()).lines().forget(file.id());
        }
    }

    private void onState(ClientEvent.StateChanged changed) {
        Target where = sent.get(changed.id());
        if (where != null) {
            place(where).accept(changed);
            if (changed.state() == MessageState.READ) {
                sent.remove(changed.id());
            }
        }
    }

    private void onConversation(ClientEvent event) {
        if (event instanceof ClientEvent.ConversationChanged changed) {
            place(changed.where()).set(changed.state());
        } else if (event instanceof ClientEvent.UnreadChanged unread) {
            place(unread.where()).setUnread(unread.readSeq(), unread.unreadCount(), unread.mentionCount());
        } else if (event instanceof ClientEvent.MembersShown shown) {
            place(shown.where()).setMembers(shown.members());
        } else if (event instanceof ClientEvent.HistorySharing sharing) {
            place(sharing.where()).setHandsHistoryOn(sharing.on());
        } else if (event instanceof ClientEvent.ConversationLeft left) {
            places.remove(left.where().key());
        } else if (event instanceof ClientEvent.JoinRefused refused) {
            places.remove(refused.room().key());
        } else {
            onPeople(event);
        }
    }

    private void onPeople(ClientEvent event) {
        if (event instanceof ClientEvent.UserList list) {
            people.clear();
            list.users().forEach(this::put);
        } else if (event instanceof ClientEvent.PresenceChanged changed) {
            put(changed.user());
        } else if (event instanceof ClientEvent.PresenceChosen mine) {
            choose(mine.chosen());
        } else if (event instanceof ClientEvent.AccountShown account) {
            choose(account.chosen());
        } else if (event instanceof ClientEvent.TrustShown shown) {
            onTrust(shown.name(), shown.level(), shown.waiting() != null);
        } else if (event instanceof ClientEvent.TrustKnown known) {
            known.people().forEach(one -> onTrust(one.name(), one.level(), one.waits()));
        } else if (event instanceof ClientEvent.Connected connected) {
            user = connected.user();
            admin = connected.admin();
            server = connected.server();
            fingerprint = connected.fingerprint();
        }
    }

    private void onTrust(String name, TrustLevel level, boolean waits) {
        String key = Target.user(name).key();
        trust.put(key, level);
        if (waits) {
            waitingKeys.add(key);
        } else {
            waitingKeys.remove(key);
        }
    }

    private void choose(UserEntry own) {
        chosen = own.state();
        chosenText = own.text();
    }

    private void put(UserEntry entry) {
        people.put(Target.user(entry.name()).key(), entry);
    }
}
