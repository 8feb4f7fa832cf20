package io.heliograph.client.swing.feature;

import io.heliograph.client.swing.command.Desk;
import java.util.IdentityHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a feature has for each session: made when it is first asked for. Event dispatch thread only. */
public final class PerDesk<T> {
    private final IdentityHashMap<Desk, T> made = new IdentityHashMap<>();
    private final Function<Desk, T> maker;

    public PerDesk(Function<Desk, T> maker) {
        this.maker = maker;
    }

    public T of(Desk desk) {
        return made.computeIfAbsent(desk, maker);
    }

    /** Nothing for a session that has none yet. */
    public void ifMade(Desk desk, Consumer<T> deed) {
        T known = made.get(desk);
        if (known != null) {
            deed.accept(known);
        }
    }

    /** The session has ended. */
    public void remove(Desk desk) {
        made.remove(desk);
    }
}
