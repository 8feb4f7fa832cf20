package io.heliograph.client.swing.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent in this session, to be called up again. Not thread-safe; owned by the event dispatch thread. */
final class SentLines {
    private static final int MAX_KEPT = 50;

    private final List<String> lines = new ArrayList<>();
    private String begun = "";
    private int at;

    /** {@code line} was sent: going back begins with it. */
    void add(String line) {
        lines.remove(line);
        lines.add(line);
        if (lines.size() > MAX_KEPT) {
            lines.remove(0);
        }
        at = lines.size();
    }

    /** The one before; {@code shown} is what is written now, and comes back at the end. Null at the oldest. */
    @Nullable
    String older(String shown) {
        if (at == lines.size()) {
            begun = shown;
        }
        if (at == 0) {
            return null;
        }
        at--;
        return lines.get(at);
    }

    /** The next one, at last what was begun; null behind it. */
    @Nullable
    String newer() {
        if (at == lines.size()) {
            return null;
        }
        at++;
        return at == lines.size() ? begun : lines.get(at);
    }
}
