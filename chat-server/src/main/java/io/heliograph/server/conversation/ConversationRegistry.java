package io.heliograph.server.conversation;

import io.heliograph.common.name.Skeleton;
import io.heliograph.server.account.Account;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The conversations there are: by number, by what a room's name looks like, by member.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class ConversationRegistry {
    private final Map<Long, Conversation> byId = new LinkedHashMap<>();
    /** Sorted, so that the list of rooms has an order to page by. */
    private final TreeMap<String, Conversation> bySkeleton = new TreeMap<>();

    private final Map<Long, Set<Long>> byAccount = new LinkedHashMap<>();
    private int roomCount;

    /** The key of the direct conversation of two accounts, the same from both sides. */
    public static String directSkeleton(Account one, Account other) {
        return "@" + Math.min(one.id(), other.id()) + ":" + Math.max(one.id(), other.id());
    }

    public void add(Conversation conversation) {
        byId.put(conversation.id(), conversation);
        bySkeleton.put(conversation.skeleton(), conversation);
        roomCount += conversation.isRoom() ? 1 : 0;
        conversation.members().forEach(member -> onJoined(conversation, member.account()));
    }

    public void remove(Conversation conversation) {
        if (byId.remove(conversation.id()) != null) {
            bySkeleton.remove(conversation.skeleton());
            roomCount -= conversation.isRoom() ? 1 : 0;
            conversation.members().forEach(member -> onLeft(conversation, member.account()));
        }
    }

    /** To be called for every change of a member that is not part of {@link #add} and {@link #remove}. */
    public void onJoined(Conversation conversation, Account account) {
        byAccount.computeIfAbsent(account.id(), id -> new TreeSet<>()).add(conversation.id());
    }

    public void onLeft(Conversation conversation, Account account) {
        Set<Long> ids = byAccount.get(account.id());
        if (ids != null && ids.remove(conversation.id()) && ids.isEmpty()) {
            byAccount.remove(account.id());
        }
    }

    public @Nullable Conversation find(long id) {
        return byId.get(id);
    }

    /** {@code #room} in any spelling that looks the same. */
    public @Nullable Conversation findRoom(String name) {
        return bySkeleton.get(Skeleton.of(name));
    }

    public @Nullable Conversation findDirect(Account one, Account other) {
        return bySkeleton.get(directSkeleton(one, other));
    }

    /** By number. */
    public Collection<Conversation> of(Account account) {
        return byAccount.getOrDefault(account.id(), Set.of()).stream()
                .map(byId::get)
                .filter(conversation -> conversation != null)
                .toList();
    }

    public int countOf(Account account) {
        return byAccount.getOrDefault(account.id(), Set.of()).size();
    }

    public Collection<Conversation> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Rooms by name. */
    public Collection<Conversation> rooms() {
        return Collections.unmodifiableCollection(bySkeleton.subMap("#", "$").values()); // direct ones begin with @
    }

    /** Rooms by name, behind the one that looks like {@code after}. */
    public Collection<Conversation> roomsAfter(String after) {
        return bySkeleton.tailMap(Skeleton.of(after), after.isEmpty()).values().stream()
                .filter(Conversation::isRoom)
                .toList();
    }

    public int roomCount() {
        return roomCount;
    }
}
