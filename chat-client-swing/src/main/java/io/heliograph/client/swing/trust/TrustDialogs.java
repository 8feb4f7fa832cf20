package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityPublicKey;
import org.jspecify.annotations.Nullable;

/** The dialogs of one session, each with its presenter. Event dispatch thread only. */
final class TrustDialogs {
    private final VerifyPresenter verify;
    private final VerifyDialog verifyDialog;
    private final DevicesPresenter devices;
    private final DevicesDialog devicesDialog;
    private final PasswordPresenter password;
    private final IdentityPresenter identity;
    private final FingerprintDialog fingerprintDialog;
    private final Desk desk;

    TrustDialogs(DialogGround ground, Desk desk, Moments moments, KeyNews news) {
        this.desk = desk;
        verifyDialog = new VerifyDialog(ground, new Verify());
        verify = new VerifyPresenter(verifyDialog, desk, moments);
        devicesDialog = new DevicesDialog(ground, new Devices());
        devices = new DevicesPresenter(devicesDialog, desk, news, moments, System::currentTimeMillis);
        password = new PasswordPresenter(new PasswordDialog(ground, this::onPassword), desk);
        identity = new IdentityPresenter(
                new IdentityDialog(ground, this::onIdentity), desk, ground.worker(), ground.events());
        fingerprintDialog = new FingerprintDialog(ground);
    }

    /** {@code fresh}: the account's devices stand otherwise than before. */
    void onEvent(ClientEvent event, boolean fresh) {
        verify.onEvent(event);
        if (fresh) {
            devices.onNews();
        }
        devices.onEvent(event);
        password.onEvent(event);
    }

    void password() {
        password.open();
    }

    void identity() {
        identity.open();
    }

    void fingerprints() {
        Fingerprint own = new IdentityPublicKey(desk.identity().device()).fingerprint();
        String server = desk.model().fingerprint();
        String words = server.isEmpty() ? "" : Fingerprint.parse(server).words();
        fingerprintDialog.fill(
                new FingerprintDialog.Shown(own.toString(), own.words()), new FingerprintDialog.Shown(server, words));
        fingerprintDialog.show();
    }

    void compare(String name) {
        verify.open(name);
        verifyDialog.show();
    }

    void devices() {
        devicesDialog.show();
        devices.open();
    }

    private void onPassword(String old, String fresh, String again) {
        password.onSubmit(old, fresh, again);
    }

    private void onIdentity(String file, String passphrase, String again) {
        identity.onSubmit(file, passphrase, again);
    }

    /** A dialog is made before its presenter. */
    private final class Verify implements VerifyDialog.Gestures {
        @Override
        public void onMatch() {
            verify.onMatch();
        }

        @Override
        public void onMismatch() {
            verify.onMismatch();
        }

        @Override
        public void onConfirm() {
            verify.onConfirm();
        }

        @Override
        public void onClosed() {
            verify.onClosed();
        }
    }

    private final class Devices implements DevicesDialog.Gestures {
        @Override
        public void onSelected(@Nullable String key) {
            devices.onSelected(key);
        }

        @Override
        public void onApprove() {
            devices.onApprove();
        }

        @Override
        public void onRevoke() {
            devices.onRevoke();
        }

        @Override
        public void onBeginAnew() {
            devices.onBeginAnew();
        }

        @Override
        public void onClosed() {
            devices.onClosed();
        }
    }
}
