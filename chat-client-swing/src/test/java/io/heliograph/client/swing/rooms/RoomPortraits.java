package io.heliograph.client.swing.rooms;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.dialog.SampleKeys;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomEntry;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;

/** Every dialog about rooms. */
public final class RoomPortraits {
    private RoomPortraits() {}

    private static final Target ROOM = Target.room("platform");

    public static List<Portrait> all() {
        return List.of(
                Portrait.of("rooms", RoomPortraits::browser),
                Portrait.of("room-settings", locale -> {
                    RoomSettingsDialog dialog = new RoomSettingsDialog(
                            Portrait.ground(locale), Portrait.nothing(RoomSettingsDialog.Gestures.class));
                    dialog.showForm(
                            "#platform",
                            new RoomForm(
                                    "What we build next",
                                    "Plans and reviews.",
                                    RoomAccess.PASSWORD,
                                    "",
                                    true,
                                    45,
                                    30,
                                    true),
                            true,
                            true);
                    return dialog.body();
                }),
                Portrait.of("room-new", locale -> new NewRoomDialog(Portrait.ground(locale), wish -> {}).body()),
                Portrait.of("moderate", locale -> new ModerateDialog(
                                Portrait.ground(locale), Moderation.BAN, "Zoë Müller", "#platform", (time, why) -> {})
                        .body()),
                Portrait.of("invite", RoomPortraits::invite));
    }

    private static JComponent browser(Locale locale) {
        RecordedDesk desk = new RecordedDesk(locale).connected(false);
        RoomBrowserDialog dialog =
                new RoomBrowserDialog(Portrait.ground(locale), Portrait.nothing(RoomBrowserDialog.Gestures.class));
        RoomBrowserPresenter presenter = new RoomBrowserPresenter(
                dialog, desk.desk(), new Moments(desk.words(), ZoneOffset.UTC), () -> RecordedDesk.NOW_MS);
        presenter.open("");
        long now = RecordedDesk.NOW_MS;
        presenter.onEvent(new ClientEvent.RoomsListed(
                "",
                List.of(
                        new RoomEntry("#platform", "What we build next", RoomAccess.PUBLIC, 6, now - 60_000, true),
                        new RoomEntry("#book-club", "", RoomAccess.PUBLIC, 1, now - 90_000_000, false),
                        new RoomEntry(
                                "#ops",
                                "Alerts, on-call, and everything that wakes us up at night, with a topic that is long",
                                RoomAccess.PASSWORD,
                                12,
                                now - 3_600_000,
                                false),
                        new RoomEntry("#board", "Minutes", RoomAccess.PRIVATE, 4, 0, true)),
                false));
        presenter.onSelected("#ops");
        return dialog.body();
    }

    private static JComponent invite(Locale locale) {
        RecordedDesk desk = new RecordedDesk(locale)
                .connected(false)
                .with("ben", PresenceState.ONLINE, "")
                .with("Zoë Müller", PresenceState.AWAY, "")
                .with("tomas", PresenceState.OFFLINE, "")
                .inRoom(ROOM, Role.OWNER, RecordedDesk.member("ann", Role.OWNER));
        InviteDialog dialog = new InviteDialog(Portrait.ground(locale), Portrait.nothing(InviteDialog.Gestures.class));
        InvitePresenter presenter = new InvitePresenter(dialog, desk.desk());
        presenter.onEvent(new ClientEvent.Connected(
                "chat.example.org:12345", "Example", SampleKeys.FINGERPRINT, "ann", false, false));
        presenter.open();
        presenter.onInvite("ben");
        return dialog.body();
    }
}
