package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.Late;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityPublicKey;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The dialogs of one session, each with its presenter. Event dispatch thread only. */
final class TrustDialogs {
    private final Executor events;
    private final Late<VerifyParts> verify;
    private final Late<DevicesParts> devices;
    private final Late<PasswordPresenter> password;
    private final Late<IdentityPresenter> identity;
    private final Late<FingerprintDialog> fingerprints;
    private final Desk desk;

    private record VerifyParts(VerifyDialog dialog, VerifyPresenter presenter) {}

    private record DevicesParts(DevicesDialog dialog, DevicesPresenter presenter) {}

    TrustDialogs(DialogGround ground, Desk desk, Moments moments, KeyNews news) {
        this.desk = desk;
        this.events = ground.events();
        verify = new Late<>(() -> {
            VerifyDialog dialog = new VerifyDialog(ground, new Verify());
            return new VerifyParts(dialog, new VerifyPresenter(dialog, desk, moments));
        });
        devices = new Late<>(() -> {
            DevicesDialog dialog = new DevicesDialog(ground, new Devices());
            return new DevicesParts(
                    dialog, new DevicesPresenter(dialog, desk, news, moments, System::currentTimeMillis));
        });
        password = new Late<>(() -> new PasswordPresenter(new PasswordDialog(ground, this::onPassword), desk));
        identity = new Late<>(() -> new IdentityPresenter(
                new IdentityDialog(ground, this::onIdentity), desk, ground.worker(), ground.events()));
        fingerprints = new Late<>(() -> new FingerprintDialog(ground));
    }

    /** {@code fresh}: the account's devices stand otherwise than before. */
    void onEvent(ClientEvent event, boolean fresh) {
        verify.ifMade(made -> made.presenter().onEvent(event));
        devices.ifMade(made -> {
            if (fresh) {
                made.presenter().onNews();
            }
            made.presenter().onEvent(event);
        });
        password.ifMade(made -> made.onEvent(event));
    }

    void password() {
        password.getThen(events, PasswordPresenter::open);
    }

    void identity() {
        identity.getThen(events, IdentityPresenter::open);
    }

    void fingerprints() {
        Fingerprint own = new IdentityPublicKey(desk.identity().device()).fingerprint();
        String server = desk.model().fingerprint();
        String words = server.isEmpty() ? "" : Fingerprint.parse(server).words();
        fingerprints.getThen(events, dialog -> {
            dialog.fill(
                    new FingerprintDialog.Shown(own.toString(), own.words()),
                    new FingerprintDialog.Shown(server, words));
            dialog.show();
        });
    }

    void compare(String name) {
        verify.getThen(events, made -> {
            made.presenter().open(name);
            made.dialog().show();
        });
    }

    void devices() {
        devices.getThen(events, made -> {
            made.dialog().show();
            made.presenter().open();
        });
    }

    private void onPassword(String old, String fresh, String again) {
        password.get().onSubmit(old, fresh, again);
    }

    private void onIdentity(String file, String passphrase, String again) {
        identity.get().onSubmit(file, passphrase, again);
    }

    /** A dialog is made before its presenter. */
    private final class Verify implements VerifyDialog.Gestures {
        @Override
        public void onMatch() {
            verify.get().presenter().onMatch();
        }

        @Override
        public void onMismatch() {
            verify.get().presenter().onMismatch();
        }

        @Override
        public void onConfirm() {
            verify.get().presenter().onConfirm();
        }

        @Override
        public void onClosed() {
            verify.get().presenter().onClosed();
        }
    }

    private final class Devices implements DevicesDialog.Gestures {
        @Override
        public void onSelected(@Nullable String key) {
            devices.get().presenter().onSelected(key);
        }

        @Override
        public void onApprove() {
            devices.get().presenter().onApprove();
        }

        @Override
        public void onRevoke() {
            devices.get().presenter().onRevoke();
        }

        @Override
        public void onBeginAnew() {
            devices.get().presenter().onBeginAnew();
        }

        @Override
        public void onClosed() {
            devices.get().presenter().onClosed();
        }
    }
}
