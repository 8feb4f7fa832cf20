package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.Moments;
import org.jspecify.annotations.Nullable;

/** The dialogs and the strip of one session, each with its presenter. Event dispatch thread only. */
final class TrustDialogs implements AlertPresenter.Dialogs {
    private final VerifyPresenter verify;
    private final VerifyDialog verifyDialog;
    private final DevicesPresenter devices;
    private final DevicesDialog devicesDialog;
    private final PasswordPresenter password;
    private final IdentityPresenter identity;
    private final FingerprintDialog fingerprintDialog;
    private final AlertPresenter alerts;
    private final Runnable fingerprints;

    TrustDialogs(DialogGround ground, Desk desk, Moments moments, Runnable fingerprints) {
        this.fingerprints = fingerprints;
        verifyDialog = new VerifyDialog(ground, new Verify());
        verify = new VerifyPresenter(verifyDialog, desk, moments);
        devicesDialog = new DevicesDialog(ground, new Devices());
        devices = new DevicesPresenter(devicesDialog, desk, moments, System::currentTimeMillis);
        password = new PasswordPresenter(new PasswordDialog(ground, this::onPassword), desk);
        identity = new IdentityPresenter(
                new IdentityDialog(ground, this::onIdentity), desk, ground.worker(), ground.events());
        fingerprintDialog = new FingerprintDialog(ground);
        AlertPanel strip = new AlertPanel(
                ground.words(), () -> gestures(), panel -> ground.surface().showAbove(panel));
        alerts = new AlertPresenter(strip, this, desk);
    }

    void onEvent(ClientEvent event) {
        alerts.onEvent(event);
        verify.onEvent(event);
        devices.onEvent(event);
        password.onEvent(event);
    }

    void refresh() {
        alerts.refresh();
    }

    void password() {
        password.open();
    }

    void identity() {
        identity.open();
    }

    void fingerprints(FingerprintDialog.Shown device, FingerprintDialog.Shown server) {
        fingerprintDialog.fill(device, server);
        fingerprintDialog.show();
    }

    @Override
    public void compare(String name) {
        verify.open(name);
        verifyDialog.show();
    }

    @Override
    public void devices() {
        devicesDialog.show();
        devices.open();
    }

    @Override
    public void fingerprint() {
        fingerprints.run();
    }

    private void onPassword(String old, String fresh, String again) {
        password.onSubmit(old, fresh, again);
    }

    private void onIdentity(String file, String passphrase, String again) {
        identity.onSubmit(file, passphrase, again);
    }

    private AlertPanel.Gestures gestures() {
        return new Alerts();
    }

    /** The strip is made before its presenter; so are the dialogs. */
    private final class Alerts implements AlertPanel.Gestures {
        @Override
        public void onChoice(Alert.Remedy remedy) {
            alerts.onChoice(remedy);
        }

        @Override
        public void onClose() {
            alerts.onClose();
        }
    }

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
