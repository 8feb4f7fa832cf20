package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.PerDesk;
import io.heliograph.common.text.SafeText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keys: comparing and accepting them, the account's devices, password and identity. Event dispatch thread only. */
public final class TrustFeature implements DeskFeature {
    private final FeatureGround ground;
    private final PerDesk<TrustSession> sessions;
    private @Nullable AlertPanel strip;
    private @Nullable Desk desk;

    public TrustFeature(FeatureGround ground) {
        this.ground = ground;
        this.sessions =
                new PerDesk<>(session -> new TrustSession(DialogGround.of(ground), session, new CurrentStrip(session)));
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("verify", this::verify),
                new NamedCommand("trust", this::trust),
                new NamedCommand("devices", (open, text) -> dialogs(open).devices()),
                new NamedCommand("fingerprint", this::fingerprint),
                new NamedCommand("passwd", (open, text) -> dialogs(open).password()),
                new NamedCommand("identity", (open, text) -> dialogs(open).identity()),
                new NamedCommand("admit", TrustFeature::admit),
                new NamedCommand("confirm", TrustFeature::confirm),
                new NamedCommand("share-history", TrustFeature::shareHistory));
    }

    @Override
    public void begin(Desk begun) {
        desk = begun;
        if (strip == null) {
            strip = new AlertPanel(
                    ground.words(), this::gestures, panel -> ground.surface().showAbove(panel));
        }
        sessions.of(begun).alerts().begin();
    }

    @Override
    public void onEventOf(Desk of, ClientEvent event) {
        sessions.of(of).onEvent(event);
    }

    @Override
    public void onGone(Desk gone) {
        sessions.remove(gone);
        if (gone == desk) {
            desk = null;
            ground.surface().showAbove(null);
        }
    }

    @Override
    public void onEvent(ClientEvent event) {
        Desk open = desk;
        if (open != null && event instanceof ClientEvent.Done done) {
            String told = toldOf(done.command());
            if (!told.isEmpty()) {
                open.tell(told);
            }
        }
    }

    @Override
    public void onBurst() {
        Desk open = desk;
        if (open != null) {
            sessions.of(open).alerts().refresh();
        }
    }

    @Override
    public void onTick(long nowMs) {
        onBurst();
    }

    private String toldOf(ClientCommand command) {
        if (command instanceof ClientCommand.AcceptKey accept) {
            return ground.words()
                    .get("trust.accepted", SafeText.excerpt(accept.of().address(), 60));
        } else if (command instanceof ClientCommand.AcceptDirectory) {
            return ground.words().get("trust.directory");
        } else if (command instanceof ClientCommand.Admit admit) {
            return ground.words().get("trust.admitted", SafeText.excerpt(admit.name(), 60));
        } else if (command instanceof ClientCommand.ShareHistory share) {
            return ground.words().get(share.on() ? "share.isOn" : "share.isOff");
        } else if (command instanceof ClientCommand.ApproveDevice) {
            return ground.words().get("devices.approved");
        } else if (command instanceof ClientCommand.Revoke) {
            return ground.words().get("devices.revoked");
        } else if (command instanceof ClientCommand.BeginAnew) {
            return ground.words().get("devices.begun");
        }
        return "";
    }

    /** With a name the comparison, with yes or no behind it the answer. */
    public void verify(Desk open, String text) {
        String[] parts = text.split("\\s+", 2);
        String answer = parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "";
        Target current = open.current();
        String name = !parts[0].isEmpty() ? parts[0] : current == null || current.isRoom() ? "" : current.name();
        if (name.isEmpty() || !List.of("", "yes", "no").contains(answer)) {
            open.complain(open.words().get("verify.usage"));
        } else if (answer.isEmpty()) {
            dialogs(open).compare(Target.user(name).name());
        } else {
            open.submit(new ClientCommand.SetVerified(Target.user(name).name(), answer.equals("yes")));
        }
    }

    /** The words of the terminal, for who knows them. */
    private void trust(Desk open, String text) {
        String[] parts = text.split("\\s+", 2);
        boolean accept = parts.length > 1 && parts[1].equalsIgnoreCase("accept");
        if (parts[0].isEmpty() || (parts.length > 1 && !accept)) {
            open.complain(open.words().get("trust.usage"));
        } else if (!accept) {
            verify(open, parts[0]);
        } else if (parts[0].equals("directory")) {
            open.submit(new ClientCommand.AcceptDirectory());
        } else {
            open.submit(new ClientCommand.AcceptKey(
                    parts[0].startsWith("#") ? Target.room(parts[0]) : Target.user(parts[0])));
        }
    }

    private void fingerprint(Desk open, String text) {
        if (text.isEmpty()) {
            dialogs(open).fingerprints();
        } else {
            verify(open, text);
        }
    }

    private static void admit(Desk open, String text) {
        Target room = open.current();
        if (room == null || !room.isRoom() || text.isEmpty()) {
            open.complain(open.words().get("moderate.usage", "admit"));
        } else {
            open.submit(new ClientCommand.Admit(room, Target.user(text).name()));
        }
    }

    private static void confirm(Desk open, String text) {
        if (text.isEmpty()) {
            open.complain(open.words().get("verify.usage"));
        } else {
            open.submit(new ClientCommand.ConfirmAccount(Target.user(text).name()));
        }
    }

    private static void shareHistory(Desk open, String text) {
        Target room = open.current();
        if (room == null || !room.isRoom() || !(text.equals("on") || text.equals("off"))) {
            open.complain(open.words().get("share.usage"));
        } else {
            open.submit(new ClientCommand.ShareHistory(room, text.equals("on")));
        }
    }

    private TrustDialogs dialogs(Desk of) {
        return sessions.of(of).dialogs();
    }

    private AlertPanel.@Nullable Gestures gestures() {
        Desk open = desk;
        return open == null ? null : sessions.of(open);
    }

    /** The one strip of the window, as a session sees it: it shows there while the window is its own. */
    private final class CurrentStrip implements AlertView {
        private final Desk of;

        CurrentStrip(Desk of) {
            this.of = of;
        }

        @Override
        public void showAlert(@Nullable Strip alert) {
            AlertPanel panel = strip;
            if (of == desk && panel != null) {
                panel.showAlert(alert);
            }
        }
    }
}
