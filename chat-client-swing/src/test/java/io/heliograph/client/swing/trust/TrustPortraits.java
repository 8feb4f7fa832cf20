package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.dialog.SampleKeys;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.DeviceEntry;
import java.awt.Dimension;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;

/** Every dialog about keys. */
public final class TrustPortraits {
    private TrustPortraits() {}

    public static List<Portrait> all() {
        return List.of(
                Portrait.of("verify", locale -> verify(locale, TrustLevel.VERIFIED, false)),
                Portrait.of("verify-waits", locale -> verify(locale, TrustLevel.VERIFIED, true)),
                Portrait.of("devices", TrustPortraits::devices),
                Portrait.of("password", locale -> {
                    PasswordDialog dialog = new PasswordDialog(Portrait.ground(locale), (old, fresh, again) -> {});
                    dialog.showProblem(Words.in(locale).get("password.short", 8));
                    return dialog.body();
                }),
                Portrait.of("identity", locale -> new IdentityDialog(Portrait.ground(locale), (file, one, two) -> {})
                        .body()),
                Portrait.of("fingerprint", locale -> {
                    FingerprintDialog dialog = new FingerprintDialog(Portrait.ground(locale));
                    FingerprintDialog.Shown shown = new FingerprintDialog.Shown(
                            SampleKeys.FINGERPRINT, "ocean-lamp-quiet-river-stone-amber-field-north");
                    dialog.fill(shown, shown);
                    return dialog.body();
                }),
                Portrait.of("alert-key", locale -> strip(locale, new ClientEvent.KeyChanged("ben", true))),
                Portrait.of(
                        "alert-device",
                        locale -> strip(
                                locale,
                                new ClientEvent.DeviceUnconfirmed("ocean-lamp-quiet-river-stone-amber-field-north"))));
    }

    private static JComponent verify(Locale locale, TrustLevel level, boolean waits) {
        RecordedDesk desk = new RecordedDesk(locale).connected(true);
        VerifyDialog dialog = new VerifyDialog(Portrait.ground(locale), Portrait.nothing(VerifyDialog.Gestures.class));
        VerifyPresenter presenter = new VerifyPresenter(dialog, desk.desk(), new Moments(desk.words(), ZoneOffset.UTC));
        presenter.open("Marek Dvořák");
        presenter.onEvent(SampleKeys.trust("Marek Dvořák", level, waits));
        if (waits) {
            presenter.onMismatch();
        }
        return dialog.body();
    }

    private static JComponent devices(Locale locale) {
        RecordedDesk desk = new RecordedDesk(locale).connected(false);
        DevicesDialog dialog =
                new DevicesDialog(Portrait.ground(locale), Portrait.nothing(DevicesDialog.Gestures.class));
        KeyNews news = new KeyNews();
        DevicesPresenter presenter = new DevicesPresenter(
                dialog, desk.desk(), news, new Moments(desk.words(), ZoneOffset.UTC), () -> RecordedDesk.NOW_MS);
        presenter.open();
        presenter.onEvent(new ClientEvent.DevicesListed(List.of(
                new DeviceEntry(SampleKeys.key(4), "terminal, Linux", 1_780_000_000_000L, 1_794_000_000_000L, false),
                new DeviceEntry(SampleKeys.key(5), "desktop, Windows 11", 1_790_000_000_000L, 0, true),
                new DeviceEntry(desk.identity().device(), "desktop, Linux", 1_785_000_000_000L, 0, true))));
        news.onEvent(new ClientEvent.DevicesWaiting(List.of(SampleKeys.key(5))));
        presenter.onNews();
        presenter.onSelected(SampleKeys.key(5).toHex());
        return dialog.body();
    }

    private static JComponent strip(Locale locale, ClientEvent event) {
        RecordedDesk desk = new RecordedDesk(locale).connected(false).at(Target.user("ben"));
        AlertPanel panel =
                new AlertPanel(desk.words(), () -> Portrait.nothing(AlertPanel.Gestures.class), placed -> {});
        AlertPresenter presenter =
                new AlertPresenter(panel, Portrait.nothing(AlertPresenter.Dialogs.class), desk.desk());
        presenter.onEvent(event);
        presenter.refresh();
        panel.component().setPreferredSize(new Dimension(860, 82));
        return panel.component();
    }
}
