package io.heliograph.client.swing.admin;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;

/** The pages for administrators. */
public final class AdminPortraits {
    private AdminPortraits() {}

    public static List<Portrait> all() {
        return List.of(
                of("users", AdminPage.USERS, "ann online admin devices=2", "eva away disabled devices=0", "2 users"),
                of("rooms", AdminPage.ROOMS, "#platform members=6 public", "#ops members=12 password", "2 rooms"),
                of("invites", AdminPage.INVITES, "0a1b2c3d uses=3 until=2026-11-22T10:00Z by=ann", "1 invitation"),
                of("bans", AdminPage.BANS, "12 account eva until=for-good by=ann spam", "1 ban"),
                of("sessions", AdminPage.SESSIONS, "ann 192.0.2.7:51234 since=2026-11-13T08:00Z", "1 session"),
                of("audit", AdminPage.AUDIT, "2026-11-13T08:00Z ann ban eva spam"),
                of("console", AdminPage.CONSOLE, "help lists the commands."),
                of("status", AdminPage.STATUS, "sessions 3", "datagrams_in 10482", "file_bytes 1048576"));
    }

    private static Portrait of(String name, AdminPage page, String... lines) {
        return Portrait.of("admin-" + name, locale -> page(locale, page, List.of(lines)));
    }

    private static JComponent page(Locale locale, AdminPage page, List<String> lines) {
        RecordedDesk desk = new RecordedDesk(locale).connected(true);
        AdminDialog dialog = new AdminDialog(Portrait.ground(locale), Portrait.nothing(AdminDialog.Gestures.class));
        AdminPresenter presenter = new AdminPresenter(dialog, desk.desk());
        presenter.onPage(page);
        presenter.onEvent(new ClientEvent.AdminOutput(true, lines));
        dialog.select(page);
        return dialog.body();
    }
}
