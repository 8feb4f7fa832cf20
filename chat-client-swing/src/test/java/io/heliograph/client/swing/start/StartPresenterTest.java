package io.heliograph.client.swing.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartPresenterTest {
    private final RecordedDesk desk = new RecordedDesk()
            .connected(false)
            .with("ann", PresenceState.ONLINE, "")
            .with("zoe", PresenceState.ONLINE, "")
            .with("ben", PresenceState.OFFLINE, "")
            .inRoom(Target.room("#platform"), Role.MEMBER);
    private final Shown view = new Shown();
    private final List<String> browsed = new ArrayList<>();
    private final StartPresenter presenter = new StartPresenter(view, desk.desk(), browsed::add);

    @Test
    void peopleWhoAreHereStandFirstAndOneselfNowhere() {
        presenter.open(false);
        assertEquals(List.of("@zoe", "@ben"), view.keys());
        assertEquals(0, desk.count(ClientCommand.AskRooms.class));
        assertEquals(List.of("Find a person"), view.prompts);
    }

    @Test
    void onesOwnRoomsStandBeforeTheOthersOfTheServer() {
        presenter.open(true);
        presenter.onEvent(new ClientEvent.RoomsListed(
                "", List.of(room("#garden", RoomAccess.PUBLIC), room("#platform", RoomAccess.PUBLIC)), false));
        assertEquals(List.of("@zoe", "@ben", "#platform", "#garden"), view.keys());
    }

    @Test
    void whatIsTypedNarrowsAndAMarkBeforeItAsksForOneKind() {
        presenter.open(true);
        presenter.onTyped("B");
        assertEquals(List.of("@ben", "#B"), view.keys(), "and a room of that name can be made");
        presenter.onTyped("#p");
        assertEquals(List.of("#platform", "#p"), view.keys());
        presenter.onTyped("@z");
        assertEquals(List.of("@zoe"), view.keys());
        presenter.onTyped("platform");
        assertEquals(List.of("#platform"), view.keys(), "what there is cannot be made");
    }

    @Test
    void aChoiceOpensEntersOrAsksForThePassword() {
        presenter.open(true);
        presenter.onEvent(new ClientEvent.RoomsListed(
                "", List.of(room("#garden", RoomAccess.PUBLIC), room("#vault", RoomAccess.PASSWORD)), false));
        presenter.onChosen("@ben");
        assertEquals(Target.user("ben"), desk.desk().current());
        presenter.onChosen("#garden");
        assertEquals("#garden", desk.last(ClientCommand.Join.class).room().address());
        presenter.onChosen("#vault");
        assertEquals(1, desk.count(ClientCommand.Join.class));
        assertEquals(List.of("vault"), browsed);
        assertEquals(3, view.closed);
    }

    @Test
    void whatComesWhenNobodyLooksIsPassedOver() {
        presenter.open(true);
        presenter.onClosed();
        presenter.onEvent(new ClientEvent.RoomsListed("", List.of(room("#garden", RoomAccess.PUBLIC)), false));
        assertTrue(view.keys().stream().noneMatch("#garden"::equals));
    }

    static RoomEntry room(String name, RoomAccess access) {
        return new RoomEntry(name, "A topic", access, 3, RecordedDesk.NOW_MS, false);
    }

    private static final class Shown implements StartView {
        private List<ListRow> rows = List.of();
        private final List<String> prompts = new ArrayList<>();
        private int closed;

        List<String> keys() {
            return rows.stream().map(ListRow::key).toList();
        }

        @Override
        public void showPrompt(String prompt) {
            prompts.add(prompt);
        }

        @Override
        public void showRows(List<ListRow> shown, String empty) {
            rows = shown;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
