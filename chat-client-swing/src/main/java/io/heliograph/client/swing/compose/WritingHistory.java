package io.heliograph.client.swing.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What stood in the field before, to go back to and forward again. Characters that are typed one after the other are
 * one step, up to the end of a word.
 *
 * <p>Not thread-safe; owned by the event dispatch thread.
 */
final class WritingHistory {
    /** Chosen by us: with texts of full length this is some 5 MB. */
    private static final int MAX_STEPS = 100;

    private final Deque<State> past = new ArrayDeque<>();
    private final Deque<State> future = new ArrayDeque<>();
    private State now = new State("", 0);
    private boolean typing;

    /** A text and where the caret stood. */
    record State(String text, int caret) {}

    /** Begins anew with {@code text}: there is nothing before it. */
    void reset(String text) {
        past.clear();
        future.clear();
        now = new State(text, text.length());
        typing = false;
    }

    /** The field holds {@code text} now. */
    void changed(String text, int caret) {
        if (text.equals(now.text())) {
            return;
        }
        boolean typed = isTyped(now.text(), text);
        if (!(typed && typing)) {
            past.push(now);
            if (past.size() > MAX_STEPS) {
                past.removeLast();
            }
        }
        typing = typed && !Character.isWhitespace(text.charAt(Math.max(0, Math.min(text.length(), caret) - 1)));
        future.clear();
        now = new State(text, caret);
    }

    /** Null where there is nothing to take back. */
    @Nullable
    State undo() {
        return go(past, future);
    }

    /** Null where nothing was taken back. */
    @Nullable
    State redo() {
        return go(future, past);
    }

    private @Nullable State go(Deque<State> from, Deque<State> to) {
        typing = false;
        State reached = from.poll();
        if (reached != null) {
            to.push(now);
            now = reached;
        }
        return reached;
    }

    private static boolean isTyped(String before, String after) {
        return after.length() > before.length() && after.length() - before.length() <= 2 && !after.isEmpty();
    }
}
