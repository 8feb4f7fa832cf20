package io.heliograph.client.swing.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StatusPresenterTest {
    private static final long AN_HOUR_BEFORE_MIDNIGHT_MS =
            Instant.parse("2026-11-21T23:00:00Z").toEpochMilli();

    private final RecordedDesk desk = new RecordedDesk().connected(false);
    private final Seen view = new Seen();
    private final StatusPresenter presenter =
            new StatusPresenter(view, desk.desk(), () -> AN_HOUR_BEFORE_MIDNIGHT_MS, ZoneOffset.UTC);

    @Test
    void theFormShowsWhatOthersSeeNow() {
        desk.model()
                .onEvent(
                        new ClientEvent.PresenceChosen(new UserEntry("ann", PresenceState.BUSY, "in a call", 0)),
                        RecordedDesk.NOW_MS);
        presenter.open();
        assertEquals(PresenceState.BUSY, view.state);
        assertEquals("in a call", view.text);
    }

    @Test
    void todayEndsAtMidnight() {
        presenter.onSubmit(PresenceState.AWAY, " lunch ", StatusPresenter.Lasting.TODAY);
        assertEquals(
                new ClientCommand.SetPresence(PresenceState.AWAY, "lunch", 3_600),
                desk.last(ClientCommand.SetPresence.class));
    }

    @Test
    void noTextNeedsNoEnd() {
        presenter.onSubmit(PresenceState.ONLINE, "", StatusPresenter.Lasting.ONE_HOUR);
        assertEquals(
                new ClientCommand.SetPresence(PresenceState.ONLINE, "", 0), desk.last(ClientCommand.SetPresence.class));
    }

    @Test
    void aTextThatIsTooLongIsNotSent() {
        presenter.onSubmit(PresenceState.ONLINE, "ä".repeat(71), StatusPresenter.Lasting.UNTIL_CHANGED);
        assertFalse(view.problem.isEmpty());
        assertEquals(0, desk.count(ClientCommand.SetPresence.class));
    }

    private static final class Seen implements StatusPresenter.View {
        private PresenceState state = PresenceState.OFFLINE;
        private String text = "";
        private String problem = "";

        @Override
        public void open(PresenceState now, String shown) {
            state = now;
            text = shown;
        }

        @Override
        public void showProblem(String line) {
            problem = line;
        }

        @Override
        public void close() {
            problem = "";
        }
    }
}
