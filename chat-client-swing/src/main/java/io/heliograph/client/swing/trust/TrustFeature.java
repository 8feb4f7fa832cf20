package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.text.SafeText;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keys: comparing and accepting them, the account's devices, password and identity. Event dispatch thread only. */
public final class TrustFeature implements DeskFeature {
    private final FeatureGround ground;
    private @Nullable TrustDialogs dialogs;
    private @Nullable Desk desk;
    private String serverFingerprint = "";

    public TrustFeature(FeatureGround ground) {
        this.ground = ground;
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("verify", this::verify),
                new NamedCommand("trust", this::trust),
                new NamedCommand("devices", (open, text) -> with(TrustDialogs::devices)),
                new NamedCommand("fingerprint", this::fingerprint),
                new NamedCommand("passwd", (open, text) -> with(TrustDialogs::password)),
                new NamedCommand("identity", (open, text) -> with(TrustDialogs::identity)),
                new NamedCommand("admit", TrustFeature::admit),
                new NamedCommand("confirm", TrustFeature::confirm),
                new NamedCommand("share-history", TrustFeature::shareHistory));
    }

    @Override
    public void begin(Desk begun) {
        desk = begun;
        dialogs = new TrustDialogs(
                DialogGround.of(ground),
                begun,
                new Moments(ground.words(), ZoneId.systemDefault()),
                this::showFingerprints);
    }

    @Override
    public void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.Connected connected) {
            serverFingerprint = connected.fingerprint();
        }
        with(shown -> shown.onEvent(event));
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
        with(TrustDialogs::refresh);
    }

    @Override
    public void onTick(long nowMs) {
        with(TrustDialogs::refresh);
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
            with(shown -> shown.compare(Target.user(name).name()));
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
            showFingerprints();
        } else {
            verify(open, text);
        }
    }

    private void showFingerprints() {
        Desk open = desk;
        if (open == null) {
            return;
        }
        Fingerprint own = new IdentityPublicKey(open.identity().device()).fingerprint();
        String words = "";
        if (!serverFingerprint.isEmpty()) {
            words = Fingerprint.parse(serverFingerprint).words();
        }
        FingerprintDialog.Shown server = new FingerprintDialog.Shown(serverFingerprint, words);
        with(shown -> shown.fingerprints(new FingerprintDialog.Shown(own.toString(), own.words()), server));
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

    private void with(Consumer<TrustDialogs> deed) {
        TrustDialogs shown = dialogs;
        if (shown != null) {
            deed.accept(shown);
        }
    }
}
