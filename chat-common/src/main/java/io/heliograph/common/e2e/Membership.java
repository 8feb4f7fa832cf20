package io.heliograph.common.e2e;

import io.heliograph.common.message.Coded;
import io.heliograph.common.message.Role;
import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is a member, and what an entry may change about it: the table of protocol.md 13.4. Signatures and the order of
 * entries are the roll's business.
 *
 * <p>Not thread-safe; owned by its {@link Roll}.
 */
final class Membership {
    /** By what the eye sees of a name, in the order in which they were added. */
    private final Map<String, RollMember> members = new LinkedHashMap<>();

    private long flags;

    /** The member whose name looks like {@code name}. */
    @Nullable
    RollMember member(String name) {
        return members.get(Skeleton.of(name));
    }

    List<RollMember> members() {
        return List.copyOf(members.values());
    }

    boolean has(long flag) {
        return (flags & flag) != 0;
    }

    /** Makes the change and gives null, or leaves everything and says why the entry does not count. */
    @Nullable
    String apply(long index, RollEntry entry) {
        String reason = whyNot(entry);
        if (reason != null) {
            return reason;
        }
        String subject = Skeleton.of(entry.subject());
        RollMember known = members.get(subject);
        switch (entry.action()) {
            case BEGIN -> {
                flags = entry.value();
                put(new RollMember(entry.actor(), entry.subjectKey(), Role.OWNER, index));
            }
            case ADD ->
                put(
                        known == null
                                ? new RollMember(entry.subject(), entry.subjectKey(), roleOf(entry), index)
                                : known.withKey(entry.subjectKey()));
            case REMOVE -> members.remove(subject);
            case ROLE -> put(Objects.requireNonNull(known).withRole(roleOf(entry)));
            case POLICY -> flags = entry.value();
        }
        appointOwner();
        return null;
    }

    private @Nullable String whyNot(RollEntry entry) {
        if (entry.action() == RollAction.BEGIN) {
            return entry.subjectKey().equals(entry.list().accountKey())
                    ? null
                    : "it begins the roll for somebody else than its author";
        }
        RollMember actor = actor(entry);
        if (entry.action() == RollAction.ADD) {
            return whyNotAdd(entry, actor);
        }
        if (actor == null) {
            return "its author is not a member";
        }
        return switch (entry.action()) {
            case REMOVE -> whyNotRemove(entry, actor);
            case ROLE -> actor.role() == Role.OWNER ? whyNotThatMember(entry) : "only owners change roles";
            default -> actor.role() == Role.OWNER ? null : "only owners change what the room allows";
        };
    }

    private @Nullable String whyNotAdd(RollEntry entry, @Nullable RollMember actor) {
        RollMember known = member(entry.subject());
        RollMember rekeyed = known == null || known.accountKey().equals(entry.subjectKey()) ? null : known;
        if (actor != null && isModerator(actor) && entry.value() <= actor.role().code()) {
            return rekeyed == null || mayGiveKey(actor, rekeyed)
                    ? null
                    : "only an owner gives a new key to somebody of the same or a greater role";
        }
        if (!has(Roll.OPEN) || !isOwnAddition(entry)) {
            return "its author may not add that member";
        }
        // A name is only claimed here: whoever claims a moderator's must not become one.
        return rekeyed != null && isModerator(rekeyed) ? "somebody of that name is a moderator or an owner" : null;
    }

    /** Else a moderator could give an owner's name a key of its own, and be an owner. */
    private static boolean mayGiveKey(RollMember actor, RollMember subject) {
        return actor.role() == Role.OWNER || isAbove(actor, subject) || actor.equals(subject);
    }

    private static boolean isOwnAddition(RollEntry entry) {
        return Skeleton.of(entry.subject()).equals(Skeleton.of(entry.actor()))
                && entry.subjectKey().equals(entry.list().accountKey())
                && entry.value() == Role.MEMBER.code();
    }

    private @Nullable String whyNotRemove(RollEntry entry, RollMember actor) {
        String reason = whyNotThatMember(entry);
        if (reason != null) {
            return reason;
        }
        RollMember subject = Objects.requireNonNull(member(entry.subject()));
        boolean isAllowed = subject.equals(actor) || (isModerator(actor) && isAbove(actor, subject));
        return isAllowed ? null : "its author may not remove that member";
    }

    private @Nullable String whyNotThatMember(RollEntry entry) {
        RollMember subject = member(entry.subject());
        return subject != null && subject.accountKey().equals(entry.subjectKey())
                ? null
                : "nobody of that name and key is a member";
    }

    /** The author, if that is a member with this very key. */
    private @Nullable RollMember actor(RollEntry entry) {
        RollMember actor = member(entry.actor());
        Bytes accountKey = entry.list().accountKey();
        return actor != null && actor.accountKey().equals(accountKey) ? actor : null;
    }

    /** A roll that has members has an owner: of those with the greatest role the one who was added first. */
    private void appointOwner() {
        RollMember greatest = null;
        for (RollMember member : members.values()) {
            if (greatest == null || isAbove(member, greatest)) {
                greatest = member;
            }
        }
        if (greatest != null && greatest.role() != Role.OWNER) {
            put(greatest.withRole(Role.OWNER));
        }
    }

    private void put(RollMember member) {
        members.put(Skeleton.of(member.name()), member);
    }

    private static Role roleOf(RollEntry entry) {
        return Objects.requireNonNull(Coded.ofCode(Role.class, entry.value()));
    }

    private static boolean isModerator(RollMember member) {
        return member.role().code() >= Role.MODERATOR.code();
    }

    private static boolean isAbove(RollMember one, RollMember other) {
        return one.role().code() > other.role().code();
    }
}
