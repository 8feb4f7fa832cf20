package io.heliograph.client.core;

import io.heliograph.common.name.NameRules;
import io.heliograph.common.name.Skeleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a message goes or came from: a room or one person.
 *
 * @param address {@code #room} or {@code @name}, in normal form
 */
public record Target(String address) {
    private static final String ROOM_PREFIX = "#";
    private static final String USER_PREFIX = "@";

    public Target {
        if (!address.startsWith(ROOM_PREFIX) && !address.startsWith(USER_PREFIX)) {
            throw new IllegalArgumentException("a target begins with # or @: " + address);
        }
    }

    /** A room, with or without its {@code #}. */
    public static Target room(String name) {
        String plain = NameRules.normalise(name.strip());
        return new Target(plain.startsWith(ROOM_PREFIX) ? plain : ROOM_PREFIX + plain);
    }

    /** A person, with or without {@code @}. */
    public static Target user(String name) {
        String plain = NameRules.normalise(name.strip());
        return new Target(plain.startsWith(USER_PREFIX) ? plain : USER_PREFIX + plain);
    }

    /** {@code #room} or {@code @name}; null for anything else. */
    public static @Nullable Target parse(String text) {
        String plain = NameRules.normalise(text.strip());
        return plain.startsWith(ROOM_PREFIX) || plain.startsWith(USER_PREFIX) ? new Target(plain) : null;
    }

    /** The conversations that {@code words} name; none where one of the words is no name: nothing goes half the way. */
    public static List<Target> parseAll(String words) {
        List<Target> targets = new ArrayList<>();
        for (String word : words.strip().split("\\s+", -1)) {
            Target target = parse(word);
            if (target == null || target.whyNot() != null) {
                return List.of();
            }
            targets.add(target);
        }
        return targets;
    }

    public boolean isRoom() {
        return address.startsWith(ROOM_PREFIX);
    }

    /** The name without its prefix. */
    public String name() {
        return address.substring(1);
    }

    /** Equal for two targets that the relay takes for the same (protocol.md 7.2). */
    public String key() {
        return address.charAt(0) + Skeleton.of(name());
    }

    /** Null if the relay can know such a target, else one sentence that says what is wrong with it. */
    public @Nullable String whyNot() {
        return isRoom() ? NameRules.whyNotARoom(address) : NameRules.whyNotAName(name());
    }

    @Override
    public String toString() {
        return address;
    }
}
