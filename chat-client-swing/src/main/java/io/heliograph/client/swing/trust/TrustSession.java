package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.Moments;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What is known of one session's keys from its first event on, and its dialogs from when one is wanted. */
final class TrustSession implements AlertPresenter.Dialogs, AlertPanel.Gestures {
    private final KeyNews news = new KeyNews();
    private final DialogGround ground;
    private final Desk desk;
    private final AlertPresenter alerts;
    private @Nullable TrustDialogs dialogs;

    TrustSession(DialogGround ground, Desk desk, AlertView strip) {
        this.ground = ground;
        this.desk = desk;
        this.alerts = new AlertPresenter(strip, this, desk);
    }

    void onEvent(ClientEvent event) {
        boolean fresh = news.onEvent(event);
        alerts.onEvent(event);
        if (dialogs != null) {
            dialogs.onEvent(event, fresh);
        }
    }

    AlertPresenter alerts() {
        return alerts;
    }

    TrustDialogs dialogs() {
        TrustDialogs made = dialogs;
        if (made == null) {
            made = new TrustDialogs(ground, desk, new Moments(ground.words(), ZoneId.systemDefault()), news);
            dialogs = made;
        }
        return made;
    }

    @Override
    public void compare(String name) {
        dialogs().compare(name);
    }

    @Override
    public void devices() {
        dialogs().devices();
    }

    @Override
    public void fingerprint() {
        dialogs().fingerprints();
    }

    @Override
    public void onChoice(Alert.Remedy remedy) {
        alerts.onChoice(remedy);
    }

    @Override
    public void onClose() {
        alerts.onClose();
    }
}
