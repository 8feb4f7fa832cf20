package io.heliograph.client.swing.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RecordedDesk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines of the operator console as pages. */
class AdminPagesTest {
    private static final List<String> USERS =
            List.of("ann online admin devices=2", "ben offline devices=1", "eva away disabled devices=0", "3 users");

    private final RecordedDesk desk = new RecordedDesk().connected(true);
    private final Remembered view = new Remembered();
    private final AdminPresenter presenter = new AdminPresenter(view, desk.desk());

    @Test
    void aPageShowsItsLinesAsRows() {
        presenter.onPage(AdminPage.USERS);
        assertEquals("users", desk.last(ClientCommand.Admin.class).line());
        presenter.onEvent(new ClientEvent.AdminOutput(true, USERS));
        List<ListRow> rows = view.rows.getOrDefault(AdminPage.USERS, List.of());
        assertEquals(
                List.of("ann", "ben", "eva"), rows.stream().map(ListRow::key).toList());
        assertEquals("online", rows.get(0).picture().dot());
        assertEquals(
                "ban",
                String.valueOf(
                        rows.get(2).mark() == null ? "" : rows.get(2).mark().icon()));
        assertEquals("3 accounts", view.total);
    }

    @Test
    void whatCannotBeTakenBackIsAskedFirst() {
        presenter.onPage(AdminPage.USERS);
        presenter.onEvent(new ClientEvent.AdminOutput(true, USERS));
        presenter.onDeed(AdminDeed.ask("user disable {0}"), "ben");
        assertEquals(1, desk.count(ClientCommand.Admin.class));
        assertTrue(view.question.contains("ben"), view.question);
        view.yes.run();
        assertEquals("user disable ben", desk.last(ClientCommand.Admin.class).line());
        presenter.onEvent(new ClientEvent.AdminOutput(true, List.of("ben is disabled.")));
        assertEquals("ben is disabled.", view.answer);
        assertEquals("users", desk.last(ClientCommand.Admin.class).line());
    }

    @Test
    void aFailureIsSaidAndChangesNothing() {
        presenter.onPage(AdminPage.BANS);
        presenter.onEvent(new ClientEvent.AdminOutput(true, List.of("0 bans")));
        presenter.onLine("unban 7");
        presenter.onEvent(new ClientEvent.AdminOutput(false, List.of("There is no ban of 7: see bans.")));
        assertTrue(view.wrong);
        assertEquals("unban 7", desk.last(ClientCommand.Admin.class).line());
    }

    @Test
    void anInviteIsShownAsALink() {
        presenter.onInvite(3, "7d");
        assertEquals("invite create 3 7d", desk.last(ClientCommand.Admin.class).line());
        presenter.onEvent(new ClientEvent.AdminOutput(
                true, List.of("Invitation 0a1b2c3d, for 3 uses:", "heliograph://h:1/#SHA256:x;token=t")));
        assertEquals("heliograph://h:1/#SHA256:x;token=t", view.link);
    }

    @Test
    void aBanIsKnownByWhomItKeepsOutAndLiftedByItsNumber() {
        presenter.onPage(AdminPage.BANS);
        presenter.onEvent(
                new ClientEvent.AdminOutput(true, List.of("12 account eva until=for-good by=ann spam", "1 ban")));
        ListRow row = view.rows.getOrDefault(AdminPage.BANS, List.of()).get(0);
        assertEquals("12", row.key());
        assertEquals("eva", row.title());
    }

    private static final class Remembered implements AdminView {
        private final Map<AdminPage, List<ListRow>> rows = new EnumMap<>(AdminPage.class);
        private final List<String> texts = new ArrayList<>();
        private String total = "";
        private String answer = "";
        private boolean wrong;
        private String link = "";
        private String question = "";
        private Runnable yes = () -> {};

        @Override
        public void showRows(AdminPage page, List<ListRow> shown, String counted) {
            rows.put(page, shown);
            total = counted;
        }

        @Override
        public void showText(AdminPage page, String text) {
            texts.add(text);
        }

        @Override
        public void showAnswer(String line, boolean isWrong) {
            answer = line;
            wrong = isWrong;
        }

        @Override
        public void showInvite(String shown, String about) {
            link = shown;
        }

        @Override
        public void confirm(String asked, String says, Runnable deed) {
            question = asked;
            yes = deed;
        }
    }
}
