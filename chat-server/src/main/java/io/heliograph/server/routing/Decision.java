package io.heliograph.server.routing;

import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Done;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.server.conversation.Turnstile;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.StoreFault;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request that changes something: taken on what is durable, answered when its outcome is. Meanwhile what the same
 * client says next waits, and so does whoever wants to decide about the same thing.
 *
 * <p>Ends by exactly one of {@link #refuse} and {@link #commit}. Not thread-safe; owned by the relay loop.
 */
final class Decision implements Change {
    private final Store store;
    private final @Nullable Session session;
    private final int request;
    private final @Nullable Turnstile turnstile;
    private @Nullable Answer operator;
    private long nowNs;

    private Decision(Store store, @Nullable Session session, int request, @Nullable Turnstile turnstile, long nowNs) {
        this.store = store;
        this.session = session;
        this.request = request;
        this.turnstile = turnstile;
        this.nowNs = nowNs;
    }

    /** What an administrator wants from outside of a session. */
    static void byOperator(
            Store store, @Nullable Turnstile turnstile, Answer answer, long nowNs, Consumer<Decision> body) {
        begin(store, null, 0, turnstile, nowNs, decision -> {
            decision.operator = answer;
            body.accept(decision);
        });
    }

    /** {@code session} null: the server decides by itself. {@code turnstile} null: nobody else is concerned. */
    static void begin(
            Store store,
            @Nullable Session session,
            int request,
            @Nullable Turnstile turnstile,
            long nowNs,
            Consumer<Decision> body) {
        Decision decision = new Decision(store, session, request, turnstile, nowNs);
        if (session != null) {
            session.hold();
        }
        if (turnstile == null) {
            body.accept(decision);
        } else {
            turnstile.enter(() -> body.accept(decision));
        }
    }

    void refuse(String code, String text) {
        if (session != null && request > 0) {
            session.send(new Refused(request, code, text));
        }
        if (operator != null) {
            operator.onRefused(text);
        }
        end();
    }

    /** Some work elsewhere took its time. */
    void resume(long thenNs) {
        nowNs = thenNs;
    }

    /** {@code done} sends what there is to send; it may call {@link #answerDone}. */
    @Override
    public <T> void commit(Store.Work<T> work, Store.OnLoop<T> done) {
        store.write(
                work,
                (result, thenNs) -> {
                    nowNs = thenNs;
                    try {
                        done.accept(result, thenNs);
                        if (operator != null) {
                            operator.onDone();
                        }
                    } finally {
                        end();
                    }
                },
                (fault, thenNs) -> {
                    nowNs = thenNs;
                    refuse(codeOf(fault), textOf(fault));
                });
    }

    void answerDone() {
        if (session != null && request > 0) {
            session.send(new Done(request));
        }
    }

    /** Tells of what turned out while it was being stored; the decision ends by itself. */
    void answerRefused(String code, String text) {
        if (session != null && request > 0) {
            session.send(new Refused(request, code, text));
        }
    }

    @Nullable
    Session session() {
        return session;
    }

    int request() {
        return request;
    }

    long originId() {
        return session == null ? 0 : session.id();
    }

    static String codeOf(StoreFault fault) {
        return fault == StoreFault.READ_ONLY ? RefusalCode.READ_ONLY : RefusalCode.BUSY;
    }

    static String textOf(StoreFault fault) {
        return switch (fault) {
            case READ_ONLY -> "The server's disk is full or broken: nothing can be changed for now.";
            case OVERLOADED -> "The server has too much to do: try again in a moment.";
            case DEFECT -> "The server could not do this: tell its administrator.";
        };
    }

    private void end() {
        if (turnstile != null) {
            turnstile.leave();
        }
        if (session != null) {
            session.release(nowNs);
        }
    }
}
