package io.heliograph.client.swing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.common.message.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatePresenterTest {
    private static final Target ROOM = Target.room("#platform");

    private final RecordedDesk desk =
            new RecordedDesk(Locale.GERMAN).connected(false).inRoom(ROOM, Role.MEMBER);
    private final Shown view = new Shown();
    private final DatePresenter presenter =
            new DatePresenter(view, desk.desk(), () -> LocalDate.of(2026, 3, 31), ZoneOffset.UTC);

    @Test
    void daysThatAreOftenMeantStandThereUntilOneIsTyped() {
        presenter.onTyped("");
        assertEquals(
                List.of("2026-03-31", "2026-03-30", "2026-03-24", "2026-02-28", "2025-03-31", "1970-01-01"),
                view.keys());
        presenter.onTyped("2026-01-31");
        assertEquals(List.of("2026-01-31"), view.keys());
        presenter.onTyped("31.01.26");
        assertEquals(List.of("2026-01-31"), view.keys(), "as one writes it here");
        presenter.onTyped("2026-02-30");
        assertEquals(List.of(), view.keys());
    }

    @Test
    void theFirstThatWasSaidSinceThenIsShown() {
        presenter.onChosen("1970-01-02");
        assertEquals(86_400_000, desk.last(ClientCommand.ShowSince.class).timeMs());
        presenter.onEvent(new ClientEvent.AroundShown(Target.user("ben"), 3, List.of()));
        assertTrue(desk.shellCalls.stream().noneMatch("openAt"::equals), "another conversation");
        presenter.onEvent(new ClientEvent.AroundShown(ROOM, 7, List.of()));
        presenter.onEvent(new ClientEvent.AroundShown(ROOM, 9, List.of()));
        assertEquals(1, desk.shellCalls.stream().filter("openAt"::equals).count(), "nobody waits for the second");
    }

    @Test
    void aDayBehindEverythingIsSaidToBeOne() {
        presenter.onChosen("2030-01-01");
        presenter.onEvent(new ClientEvent.AroundShown(ROOM, 0, List.of()));
        presenter.onChosen("someday");
        assertEquals(2, desk.complaints.size());
    }

    private static final class Shown implements DateView {
        private List<ListRow> rows = List.of();

        List<String> keys() {
            return rows.stream().map(ListRow::key).toList();
        }

        @Override
        public void showRows(List<ListRow> shown, String empty) {
            rows = shown;
        }

        @Override
        public void close() {}
    }
}
