package io.heliograph.common.e2e;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log of signed statements about who is a member of a room, as a reader follows it (protocol.md 13.4). Entries are
 * numbered from 1; each moves the head, whatever it says, but only some count.
 *
 * <p>Not thread-safe; owned by the client's core.
 */
public final class Roll {
    /** Flag: whoever the server lets in may add themselves. */
    public static final int OPEN = 1;

    /** Flag: newcomers may be given earlier keys. */
    public static final int HISTORY = 2;

    static final int HEAD_BYTES = Sha256.DIGEST_BYTES;
    private static final Bytes FIRST_HEAD = Bytes.takingOver(new byte[HEAD_BYTES]);
    private static final String LABEL = "roll";

    private final String roomName;
    private final Membership membership = new Membership();
    private final RollHistory history = new RollHistory();
    private final Map<Bytes, Long> listVersions = new HashMap<>();
    private final List<Bytes> heads = new ArrayList<>(List.of(FIRST_HEAD));
    private final Map<Bytes, Long> indexByTag = new HashMap<>();
    private @Nullable RollEntry lastCounted;

    /** An empty one for the room of that name, which begins with {@code #}. */
    public Roll(String roomName) {
        this.roomName = roomName;
    }

    /** Takes the next entry as the server has it. Null if it counts, else a few words that say why not. */
    public @Nullable String append(Bytes entry) {
        Bytes prev = head();
        long index = heads.size();
        Bytes head = Sha256.digest(Octets.label(LABEL), prev.asReadOnlyArray(), entry.asReadOnlyArray());
        heads.add(head);
        indexByTag.put(tagOf(head), index);
        if (index > 1 && !isUsable()) {
            return "the first entry of the roll does not count, so nothing does";
        }
        RollEntry read = RollEntry.verified(entry);
        if (read == null) {
            return "it is not well-formed, or a signature is wrong";
        }
        return count(index, read, prev);
    }

    private @Nullable String count(long index, RollEntry entry, Bytes prev) {
        String reason = whyNotHere(index, entry, prev);
        // A beginning's subject is the room, so who it makes a member is known by its author.
        String subject = entry.action() == RollAction.BEGIN ? entry.actor() : entry.subject();
        RollMember before = membership.member(subject);
        if (reason == null) {
            reason = membership.apply(index, entry);
        }
        if (reason != null) {
            return reason;
        }
        listVersions.put(entry.list().accountKey(), entry.list().version());
        history.note(index, entry, before, membership.member(subject));
        lastCounted = entry;
        return null;
    }

    private @Nullable String whyNotHere(long index, RollEntry entry, Bytes prev) {
        if (!entry.prev().equals(prev)) {
            return "it does not follow the head of the roll";
        }
        if ((entry.action() == RollAction.BEGIN) != (index == 1)) {
            return "a roll begins with its first entry and no other";
        }
        if (index == 1 && !Skeleton.of(entry.subject()).equals(Skeleton.of(roomName))) {
            return "it begins the roll of another room";
        }
        long known = listVersions.getOrDefault(entry.list().accountKey(), 0L);
        return entry.list().version() < known ? "its list of devices is older than one used before" : null;
    }

    public long count() {
        return heads.size() - 1L;
    }

    /** The newest head; of an empty roll 32 zeros. */
    public Bytes head() {
        return heads.get(heads.size() - 1);
    }

    /** What messages and boxes call this room; null while the roll is empty. */
    public @Nullable Bytes room() {
        return count() == 0 ? null : heads.get(1);
    }

    /** Whether the first entry is there and counts: otherwise nothing can be said in the room. */
    public boolean isUsable() {
        return lastCounted != null;
    }

    public boolean isOpen() {
        return membership.has(OPEN);
    }

    public boolean givesHistory() {
        return membership.has(HISTORY);
    }

    /** The member whose name looks like {@code name}. */
    public @Nullable RollMember member(String name) {
        return membership.member(name);
    }

    /** In the order in which they were added. */
    public List<RollMember> members() {
        return membership.members();
    }

    /** The number of the newest head with that tag of 8 bytes, at least 1; -1 if there is none. */
    public long indexOfHead(Bytes tag) {
        return indexByTag.getOrDefault(tag, -1L);
    }

    /** {@code head(index)}, 0 to {@link #count}. */
    public Bytes headAt(long index) {
        return heads.get(Math.toIntExact(index));
    }

    /** Whether the name had that key behind entry {@code index}. */
    public boolean wasMember(String name, Bytes accountKey, long index) {
        return history.wasMember(name, accountKey, index);
    }

    /**
     * The signed time, in milliseconds, of the first counting entry behind {@code index} that removes somebody or gives
     * somebody another key; {@link Long#MAX_VALUE} if there is none.
     */
    public long removalAfter(long index) {
        return history.removalAfter(index);
    }

    /** Null until an entry has counted. */
    public @Nullable RollEntry lastCounted() {
        return lastCounted;
    }

    /** Signs the entry that would follow. It is appended only when the server has taken it. */
    public RollEntry next(IdentityKeyPair device, DeviceList own, RollChange change, long timeMs) {
        return RollEntry.sign(device, own, head(), change, timeMs);
    }

    private static Bytes tagOf(Bytes head) {
        return Octets.slice(head, 0, SealedHeader.TAG_BYTES);
    }
}
