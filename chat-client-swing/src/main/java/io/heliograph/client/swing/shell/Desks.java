package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.connect.OpenSession;
import io.heliograph.client.swing.feature.DeskFeature;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sessions that are open side by side, and the one that the window shows. Event dispatch thread only. */
final class Desks {
    /** A session at its desk, with the lock of its profile. */
    static final class Open {
        private final OpenSession session;
        private final DeskPresenter desk;
        private final LockPresenter lock;

        Open(OpenSession session, DeskPresenter desk, LockPresenter lock) {
            this.session = session;
            this.desk = desk;
            this.lock = lock;
        }

        OpenSession session() {
            return session;
        }

        DeskPresenter desk() {
            return desk;
        }

        LockPresenter lock() {
            return lock;
        }
    }

    private final Function<OpenSession, Open> maker;
    private final List<DeskFeature> features;
    private final Executor events;
    private final Deque<Runnable> beginning = new ArrayDeque<>();
    private final List<Open> all = new ArrayList<>();
    private @Nullable Open active;

    Desks(Function<OpenSession, Open> maker, List<DeskFeature> features, Executor events) {
        this.maker = maker;
        this.features = features;
        this.events = events;
    }

    List<Open> all() {
        return List.copyOf(all);
    }

    @Nullable
    Open active() {
        return active;
    }

    @Nullable
    DeskPresenter desk() {
        return active == null ? null : active.desk();
    }

    /** One that was not known begins, unseen. */
    void onEvent(OpenSession session, ClientEvent event) {
        Open open = find(session);
        if (open == null) {
            open = maker.apply(session);
            all.add(open);
        }
        open.desk().onEvent(event);
        DeskPresenter desk = open.desk();
        features.forEach(feature -> feature.onEventOf(desk, event));
        if (open == active) {
            features.forEach(feature -> inTurn(() -> feature.onEvent(event)));
        }
    }

    /** The window shows it from now on; false if it is not there any more. */
    boolean show(OpenSession session) {
        Open open = find(session);
        if (open == null) {
            return false;
        }
        if (open != active) {
            if (active != null) {
                active.desk().hide();
            }
            active = open;
            open.desk().show();
            DeskPresenter desk = open.desk();
            desk.regions().list().showPeople(false);
            features.forEach(feature -> beginning.add(() -> feature.begin(desk)));
            events.execute(this::beginNext);
        }
        return true;
    }

    /** A feature to a turn: all of them together would keep keys and painting waiting. */
    private void beginNext() {
        Runnable next = beginning.poll();
        if (next != null) {
            next.run();
            events.execute(this::beginNext);
        }
    }

    /** What happens while features begin waits until they have. */
    private void inTurn(Runnable deed) {
        if (beginning.isEmpty()) {
            deed.run();
        } else {
            beginning.add(deed);
        }
    }

    /** Null if nobody of that name is at that server. */
    @Nullable
    Open find(ServerName server, String user) {
        return all.stream()
                .filter(open -> open.session().server().equals(server)
                        && open.session().user().equals(user))
                .findFirst()
                .orElse(null);
    }

    /** Null for a desk that is none of these. */
    @Nullable
    Open find(Desk desk) {
        return all.stream().filter(open -> open.desk() == desk).findFirst().orElse(null);
    }

    /** The one behind the active one, round and round; null for no other. */
    @Nullable
    Open next() {
        return all.size() < 2 ? null : all.get((all.indexOf(active) + 1) % all.size());
    }

    /** It was closed. */
    void remove(OpenSession session) {
        Open open = find(session);
        if (open != null) {
            open.desk().hide();
            features.forEach(feature -> feature.onGone(open.desk()));
            all.remove(open);
            active = open == active ? null : active;
        }
    }

    private @Nullable Open find(OpenSession session) {
        return all.stream()
                .filter(open -> Objects.equals(open.session(), session))
                .findFirst()
                .orElse(null);
    }
}
