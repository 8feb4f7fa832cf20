package io.heliograph.client.core.e2e;

import io.heliograph.client.core.AlarmCause;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.RollEntry;
import io.heliograph.common.e2e.RollMember;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The roll of one room as this client has followed it, and what it still has to say there (protocol.md 13.4).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class RoomRoll {
    /** More than a server takes; a bound for what one may feed in. */
    private static final long MAX_ENTRIES = 50_000;

    private static final String PINS = "rooms";

    private final Target where;
    private final long conversation;
    private final LocalStore store;
    private final String drawer;
    private Roll roll;
    private final Map<Bytes, DeviceList> newestLists = new HashMap<>();
    private final Deque<Supplier<@Nullable RollEntry>> statements = new ArrayDeque<>();
    private @Nullable Bytes pin;
    private @Nullable Bytes lastEntry;
    private @Nullable AlarmCause contradiction;
    private boolean compared;
    private long toldCount;
    private boolean fetching;
    private boolean appending;
    private long notBeforeNs = Long.MIN_VALUE;

    /** Takes up what earlier runs have seen of it; {@code instance} is the history that the server keeps. */
    RoomRoll(Target where, long conversation, String instance, LocalStore store) {
        this.where = where;
        this.conversation = conversation;
        this.store = store;
        this.drawer = "roll/" + instance + "/" + conversation;
        this.roll = new Roll(where.address());
        this.pin = store.get(PINS, pinKey());
        Map<Long, Bytes> kept = new TreeMap<>();
        store.all(drawer).forEach((key, entry) -> {
            if (key.length() == Long.BYTES) {
                kept.put(ByteBuffer.wrap(key.toArray()).getLong(), entry);
            }
        });
        kept.forEach((index, entry) -> {
            if (index == roll.count() + 1) {
                append(entry);
            }
        });
    }

    // Inputs

    /** The server says how many entries there are. */
    void onTold(long count) {
        toldCount = Math.max(toldCount, count);
    }

    /** Takes the next entry; what is not the next is left out. Gives why it does not count, or null. */
    @Nullable
    String take(long index, Bytes entry) {
        toldCount = Math.max(toldCount, index);
        Bytes last = lastEntry;
        if (index == roll.count() && last != null && !entry.equals(last)) {
            contradiction = AlarmCause.OTHER_LIST;
        }
        if (index > MAX_ENTRIES) {
            contradiction = AlarmCause.TOO_LONG;
        }
        if (index != roll.count() + 1 || contradiction != null) {
            return null;
        }
        store.put(drawer, indexKey(index), entry);
        String whyNot = append(entry);
        if (alarm() == null) {
            pinHere();
        }
        return whyNot;
    }

    void onConnectionLost() {
        fetching = false;
        appending = false;
        compared = false;
        notBeforeNs = Long.MIN_VALUE;
    }

    // Commands

    /** Something to be said in the roll as soon as that can be; gives null when there is no need any more. */
    void say(Supplier<@Nullable RollEntry> statement) {
        statements.add(statement);
    }

    /** The user accepts the roll as the server shows it: it is read anew. */
    void accept() {
        pin = null;
        contradiction = null;
        store.remove(PINS, pinKey());
        store.all(drawer).keySet().forEach(key -> store.remove(drawer, key));
        roll = new Roll(where.address());
        newestLists.clear();
        lastEntry = null;
        compared = false;
    }

    // Outputs

    /** True once for each page that is to be asked for. */
    boolean pollWantsPage(long nowNs) {
        boolean nothing = roll.count() >= toldCount && (compared || roll.count() == 0);
        if (fetching || nothing || nowNs < notBeforeNs || contradiction != null) {
            return false;
        }
        fetching = true;
        return true;
    }

    /** A page is asked for although nothing is known to be missing. */
    void onPageAsked() {
        fetching = true;
    }

    /** The page that is asked for begins behind this: the last entry that is known comes again, to be compared. */
    long pageAfter() {
        return compared ? roll.count() : Math.max(0, roll.count() - 1);
    }

    /** {@code empty}: the server has nothing behind {@link #pageAfter}. */
    void onPageAnswered(boolean empty) {
        fetching = false;
        if (!compared && empty && roll.count() > 0) {
            contradiction = AlarmCause.OLDER_LIST;
        }
        compared = true;
    }

    void onPageRefused(long retryAtNs) {
        fetching = false;
        notBeforeNs = retryAtNs;
    }

    /** The next entry to be appended; null while there is none, or one is on its way. */
    @Nullable
    RollEntry pollStatement(long nowNs) {
        if (appending || !isFollowed() || (!compared && roll.count() > 0) || nowNs < notBeforeNs) {
            return null;
        }
        while (!statements.isEmpty()) {
            RollEntry entry = statements.element().get();
            if (entry != null) {
                appending = true;
                return entry;
            }
            statements.remove();
        }
        return null;
    }

    /** {@code done}: it stands in the roll, or never will. */
    void onAppendAnswered(boolean done, long retryAtNs) {
        appending = false;
        if (done) {
            statements.poll();
        } else {
            notBeforeNs = retryAtNs;
        }
    }

    long nextTimeoutNs(long nowNs, long never) {
        boolean waits = !statements.isEmpty() || roll.count() < toldCount || !compared;
        return waits && notBeforeNs > nowNs ? notBeforeNs : never;
    }

    // Queries

    Target where() {
        return where;
    }

    long conversation() {
        return conversation;
    }

    Roll roll() {
        return roll;
    }

    /** The newest list of devices that a member has shown in the roll, by the key that the roll has; null if none. */
    @Nullable
    DeviceList listOf(String name) {
        RollMember member = roll.member(name);
        return member == null ? null : newestLists.get(member.accountKey());
    }

    boolean hasStatements() {
        return !statements.isEmpty();
    }

    /** A page is on its way. */
    boolean isFetching() {
        return fetching;
    }

    /** Everything that the server has told of is here. */
    boolean isFollowed() {
        return roll.count() >= toldCount || contradiction != null;
    }

    /** Null, or what the server does not show as it did before. */
    @Nullable
    AlarmCause alarm() {
        if (contradiction != null) {
            return contradiction;
        }
        Bytes pinned = pin;
        Bytes room = roll.room();
        if (pinned == null || room == null) {
            return pinned != null && toldCount == 0 ? AlarmCause.LIST_GONE : null;
        }
        ByteBuffer in = ByteBuffer.wrap(pinned.toArray());
        byte[] pinnedRoom = new byte[32];
        byte[] pinnedHead = new byte[32];
        in.get(pinnedRoom).get(pinnedHead);
        long pinnedCount = in.getLong();
        if (!room.equals(Bytes.takingOver(pinnedRoom))) {
            return AlarmCause.OTHER_BEGINNING;
        } else if (!isFollowed()) {
            return null; // not everything is here yet
        } else if (roll.count() < pinnedCount) {
            return AlarmCause.OLDER_LIST;
        }
        boolean leads = roll.headAt(pinnedCount).equals(Bytes.takingOver(pinnedHead));
        return leads ? null : AlarmCause.OTHER_LIST;
    }

    // Private

    private @Nullable String append(Bytes entry) {
        lastEntry = entry;
        String whyNot = roll.append(entry);
        RollEntry counted = whyNot == null ? roll.lastCounted() : null;
        if (counted != null) {
            // A roll refuses a smaller version than it has seen: the last is the newest.
            newestLists.put(counted.list().accountKey(), counted.list());
        }
        return whyNot;
    }

    private void pinHere() {
        Bytes room = roll.room();
        if (room != null && isFollowed()) {
            ByteBuffer out = ByteBuffer.allocate(32 + 32 + Long.BYTES);
            out.put(room.toArray()).put(roll.head().toArray()).putLong(roll.count());
            Bytes now = Bytes.takingOver(out.array());
            pin = now;
            store.put(PINS, pinKey(), now);
        }
    }

    private Bytes pinKey() {
        return Bytes.takingOver(where.key().getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes indexKey(long index) {
        return Bytes.takingOver(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    }
}
