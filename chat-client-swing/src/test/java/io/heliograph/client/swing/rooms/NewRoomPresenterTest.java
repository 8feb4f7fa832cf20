package io.heliograph.client.swing.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewRoomPresenterTest {
    private static final Target ROOM = Target.room("#plans");

    private final RecordedDesk desk = new RecordedDesk().connected(false);
    private final Seen view = new Seen();
    private final NewRoomPresenter presenter = new NewRoomPresenter(view, desk.desk());

    @BeforeEach
    void open() {
        presenter.open();
    }

    @Test
    void aRoomIsSetWhenItIsThere() {
        presenter.onCreate(new NewRoomPresenter.Wish("plans", "What next", RoomAccess.PRIVATE, ""));
        assertEquals(0, desk.count(ClientCommand.SetRoom.class));
        presenter.onEvent(new ClientEvent.Joined(ROOM, 1, false));
        assertEquals(2, desk.count(ClientCommand.SetRoom.class));
        assertEquals(
                new ClientCommand.SetRoom(ROOM, RoomSetting.ACCESS, RoomAccess.PRIVATE.word()),
                desk.last(ClientCommand.SetRoom.class));
        assertFalse(view.open);
    }

    @Test
    void aRoomOfSomebodyElseIsEnteredAndLeftAsItIs() {
        presenter.onCreate(new NewRoomPresenter.Wish("plans", "What next", RoomAccess.PUBLIC, ""));
        presenter.onEvent(new ClientEvent.Joined(ROOM, 3, false));
        assertEquals(0, desk.count(ClientCommand.SetRoom.class));
        assertFalse(view.open);
    }

    @Test
    void aRefusalIsSaidInTheForm() {
        presenter.onCreate(new NewRoomPresenter.Wish("plans", "", RoomAccess.PUBLIC, ""));
        presenter.onEvent(new ClientEvent.JoinRefused(ROOM, "not_allowed", "No more rooms."));
        assertEquals("No more rooms.", view.problem);
        assertTrue(view.open);
    }

    @Test
    void aRoomNeedsANameAndOneWithAPasswordNeedsIt() {
        presenter.onCreate(new NewRoomPresenter.Wish(" ", "", RoomAccess.PUBLIC, ""));
        assertFalse(view.problem.isEmpty());
        presenter.onCreate(new NewRoomPresenter.Wish("plans", "", RoomAccess.PASSWORD, ""));
        assertFalse(view.problem.isEmpty());
        assertEquals(0, desk.count(ClientCommand.Join.class));
    }

    private static final class Seen implements NewRoomPresenter.View {
        private boolean open;
        private String problem = "";

        @Override
        public void open() {
            open = true;
        }

        @Override
        public void showProblem(String line) {
            problem = line;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
