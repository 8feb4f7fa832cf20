package io.heliograph.server.user;

import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage.Posted;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a device's posts, so that a post that is repeated is answered again and goes nowhere
 * (protocol.md 8.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class AcceptedPosts {
    static final int MAX_REMEMBERED = 8_192;
    private static final long REMEMBERED_FOR_MS = TimeUnit.DAYS.toMillis(7);

    private final Map<MessageId, Posted> answers = new HashMap<>();
    private final Deque<Posted> oldestFirst = new ArrayDeque<>();

    /** What the post was answered the first time; null if it is new. */
    public @Nullable Posted answerTo(MessageId id) {
        return answers.get(id);
    }

    public void remember(Posted answer) {
        forgetOlderThan(answer.timeMs() - REMEMBERED_FOR_MS);
        answers.put(answer.id(), answer);
        oldestFirst.add(answer);
    }

    private void forgetOlderThan(long limitMs) {
        Posted oldest = oldestFirst.peek();
        while (oldest != null && (oldestFirst.size() >= MAX_REMEMBERED || oldest.timeMs() < limitMs)) {
            oldestFirst.remove();
            answers.remove(oldest.id());
            oldest = oldestFirst.peek();
        }
    }
}
