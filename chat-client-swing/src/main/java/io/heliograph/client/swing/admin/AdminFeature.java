package io.heliograph.client.swing.admin;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.PerDesk;
import java.util.List;

/** The pages of administration, for administrators alone. Event dispatch thread only. */
public final class AdminFeature implements DeskFeature {
    private final DialogGround ground;
    private final PerDesk<Session> sessions = new PerDesk<>(Session::new);

    public AdminFeature(FeatureGround ground) {
        this.ground = DialogGround.of(ground);
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(new AdminCommand());
    }

    @Override
    public void onEventOf(Desk desk, ClientEvent event) {
        sessions.ifMade(desk, open -> open.presenter.onEvent(event));
    }

    @Override
    public void onGone(Desk desk) {
        sessions.remove(desk);
    }

    /** With a line: said to the console at once, on the page of the console. */
    private void admin(Desk desk, String text) {
        if (!desk.model().isAdmin()) {
            desk.complain(desk.words().get("admin.not"));
            return;
        }
        Session open = sessions.of(desk);
        AdminPage page = text.isEmpty() ? AdminPage.STATUS : AdminPage.CONSOLE;
        // In a turn of its own: eight pages are made, or shown, in one.
        ground.events().execute(() -> {
            open.dialog.show(page);
            open.presenter.onPage(page);
            open.presenter.onLine(text);
        });
    }

    /** No menu shows it to others than administrators. */
    private final class AdminCommand implements DeskCommand {
        @Override
        public String id() {
            return "admin";
        }

        @Override
        public void run(Desk desk, String argument) {
            admin(desk, argument);
        }

        @Override
        public boolean isOffered(Desk desk) {
            return desk.model().isAdmin();
        }
    }

    /** The pages of one session. */
    private final class Session implements AdminDialog.Gestures {
        private final AdminDialog dialog;
        private final AdminPresenter presenter;

        Session(Desk desk) {
            dialog = new AdminDialog(ground, this);
            presenter = new AdminPresenter(dialog, desk);
        }

        @Override
        public void onPage(AdminPage page) {
            presenter.onPage(page);
        }

        @Override
        public void onDeed(AdminDeed deed, String name) {
            presenter.onDeed(deed, name);
        }

        @Override
        public void onInvite(int uses, String duration) {
            presenter.onInvite(uses, duration);
        }

        @Override
        public void onAnnounce(String text) {
            presenter.onAnnounce(text);
        }

        @Override
        public void onLine(String line) {
            presenter.onLine(line);
        }
    }
}
