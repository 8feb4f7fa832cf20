package io.heliograph.client.swing.people;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.dialog.SampleKeys;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage.Profile;
import io.heliograph.common.message.UserEntry;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;

/** Every dialog about people. */
public final class PeoplePortraits {
    private PeoplePortraits() {}

    public static List<Portrait> all() {
        return List.of(
                Portrait.of("person", PeoplePortraits::card),
                Portrait.of("status", locale -> new StatusDialog(Portrait.ground(locale), (state, text, time) -> {})
                        .body()),
                Portrait.of("ignored", locale -> {
                    IgnoredDialog dialog = new IgnoredDialog(Portrait.ground(locale), name -> {});
                    dialog.fill(List.of(ListRow.of("eva", ListRow.Picture.of("eva", null), "eva", "")));
                    return dialog.body();
                }));
    }

    private static JComponent card(Locale locale) {
        RecordedDesk desk = new RecordedDesk(locale)
                .connected(false)
                .with("Zoë Müller", PresenceState.AWAY, "In the workshop until four");
        desk.model().onEvent(SampleKeys.trust("Zoë Müller", TrustLevel.CONFIRMED, false), RecordedDesk.NOW_MS);
        PersonDialog.Gestures none = (PersonDialog.Gestures) Proxy.newProxyInstance(
                PersonDialog.class.getClassLoader(),
                new Class<?>[] {PersonDialog.Gestures.class},
                (proxy, method, values) -> null);
        PersonDialog dialog = new PersonDialog(Portrait.ground(locale), none);
        PersonPresenter presenter = new PersonPresenter(
                dialog, desk.desk(), new Moments(desk.words(), ZoneOffset.UTC), () -> RecordedDesk.NOW_MS);
        presenter.open(Target.user("Zoë Müller"));
        UserEntry user = new UserEntry("Zoë Müller", PresenceState.AWAY, "", RecordedDesk.NOW_MS - 4_000_000);
        presenter.onEvent(new ClientEvent.ProfileShown(
                new Profile(1, user, 1_780_000_000_000L, true, List.of(SampleKeys.key(3), SampleKeys.key(4)))));
        return dialog.body();
    }
}
