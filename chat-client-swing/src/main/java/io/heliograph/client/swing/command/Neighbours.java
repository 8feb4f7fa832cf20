package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.model.Place;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The conversation above or below in the list. */
final class Neighbours {
    private Neighbours() {}

    /** Those that the list shows: what was closed stands there as long as it is open. */
    static List<Place> of(Desk desk) {
        return desk.model().places().stream()
                .filter(place -> !desk.choices().isClosed(place.where()) || desk.isCurrent(place.where()))
                .toList();
    }

    /** The next one, {@code step} 1 or -1 from {@code current}, that is {@code wanted}; null if none is. */
    static @Nullable Target find(List<Place> places, @Nullable Target current, int step, Predicate<Place> wanted) {
        int start = -1;
        for (int index = 0; index < places.size(); index++) {
            if (current != null && places.get(index).where().key().equals(current.key())) {
                start = index;
            }
        }
        for (int count = 1; count <= places.size(); count++) {
            int base = start < 0 ? (step > 0 ? -1 : places.size()) : start;
            Place candidate = places.get(Math.floorMod(base + step * count, places.size()));
            if (wanted.test(candidate)) {
                return candidate.where();
            }
        }
        return null;
    }
}
