package io.heliograph.common.e2e;

import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which keys the names of a roll had from which entry on, and when somebody went (protocol.md 13.5, steps 2 to 4).
 *
 * <p>Not thread-safe; owned by its {@link Roll}.
 */
final class RollHistory {
    private final Map<String, List<Tenure>> tenures = new HashMap<>();
    private final List<Departure> departures = new ArrayList<>();

    /** From entry {@code index} on the name has this key, or, null, is no member. */
    private record Tenure(long index, @Nullable Bytes accountKey) {}

    /** A key lost its place at entry {@code index}. */
    private record Departure(long index, long timeMs) {}

    /** To be told of each counting entry: the member of its subject before and after it. */
    void note(long index, RollEntry entry, @Nullable RollMember before, @Nullable RollMember after) {
        Bytes keyBefore = before == null ? null : before.accountKey();
        Bytes keyAfter = after == null ? null : after.accountKey();
        if (Objects.equals(keyBefore, keyAfter)) {
            return;
        }
        String name = after != null ? after.name() : entry.subject();
        tenures.computeIfAbsent(Skeleton.of(name), any -> new ArrayList<>()).add(new Tenure(index, keyAfter));
        if (keyBefore != null) {
            departures.add(new Departure(index, entry.timeMs()));
        }
    }

    boolean wasMember(String name, Bytes accountKey, long index) {
        List<Tenure> known = tenures.getOrDefault(Skeleton.of(name), List.of());
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i).index() <= index) {
                return Objects.equals(accountKey, known.get(i).accountKey());
            }
        }
        return false;
    }

    /** Signed time of the first departure behind {@code index}; {@link Long#MAX_VALUE} if there is none. */
    long removalAfter(long index) {
        int low = 0;
        int high = departures.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (departures.get(middle).index() > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == departures.size() ? Long.MAX_VALUE : departures.get(low).timeMs();
    }
}
