package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ClientEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in, from the form to the login and beyond: its session goes on when another attempt has begun.
 *
 * <p>Not thread-safe; owned by the event dispatch thread.
 */
final class Attempt {
    private final EntryRequest request;
    private final List<ClientEvent> early = new ArrayList<>();
    private @Nullable OpenSession session;
    private Runnable giveUp = () -> {};
    private boolean entered;
    private boolean over;

    Attempt(EntryRequest request) {
        this.request = request;
    }

    EntryRequest request() {
        return request;
    }

    /** What lets go of its profile, also while that is being opened. */
    void setGiveUp(Runnable deed) {
        giveUp = deed;
    }

    /** Null before its profile is open. */
    @Nullable
    OpenSession session() {
        return session;
    }

    /** The client is quicker than the word that it has started; returns what it has said meanwhile. */
    List<ClientEvent> onOpened(OpenSession opened) {
        session = opened;
        List<ClientEvent> said = new ArrayList<>(early);
        early.clear();
        return said;
    }

    void onEarly(ClientEvent event) {
        early.add(event);
    }

    /** Its conversations are shown. */
    boolean isEntered() {
        return entered;
    }

    void setEntered(boolean in) {
        entered = in;
    }

    /** It was given up, and nothing of it is wanted any more. */
    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
        session = null;
        giveUp.run();
    }
}
