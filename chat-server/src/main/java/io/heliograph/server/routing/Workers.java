package io.heliograph.server.routing;

import java.util.function.Supplier;

/** Where work goes that would hold up the relay loop. The result comes back on the loop. */
@FunctionalInterface
public interface Workers {
    /** False if there is too much to do already; {@code onLoop} is then never called. */
    <T> boolean submit(Supplier<T> work, OnLoop<T> onLoop);

    /** Takes a result on the loop, with the time of that turn. */
    @FunctionalInterface
    interface OnLoop<T> {
        void accept(T result, long nowNs);
    }
}
