package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
    private final FakeClient client = new FakeClient();
    private final ChatView view = new ChatView(Target.room("lobby"));
    private final IdleWatch watch = new IdleWatch(client, view, 0);

    @BeforeEach
    void connect() {
        view.onEvent(new ClientEvent.Connected("relay:1", "Ship", "SHA256:abc", "ann", false, false), 0);
        choose(PresenceState.ONLINE);
    }

    @Test
    void callsAwayOnceAndBackAtTheNextKey() {
        watch.onTick(IdleWatch.AWAY_AFTER_NS - 1);
        assertEquals(List.of(), client.heard(ClientCommand.SetPresence.class));
        watch.onTick(IdleWatch.AWAY_AFTER_NS);
        choose(PresenceState.AWAY);
        watch.onTick(IdleWatch.AWAY_AFTER_NS + 1);
        watch.onInput(IdleWatch.AWAY_AFTER_NS + 2);

        assertEquals(
                List.of(
                        new ClientCommand.SetPresence(PresenceState.AWAY, "in the lab", 0),
                        new ClientCommand.SetPresence(PresenceState.ONLINE, "in the lab", 0)),
                client.heard(ClientCommand.SetPresence.class));
    }

    @Test
    void leavesAloneWhoHasChosenSomethingElse() {
        choose(PresenceState.BUSY);
        watch.onTick(IdleWatch.AWAY_AFTER_NS * 2);
        watch.onInput(IdleWatch.AWAY_AFTER_NS * 3);
        assertEquals(List.of(), client.heard(ClientCommand.SetPresence.class));
    }

    @Test
    void keepsWhatWasChosenWhileItHadCalledAway() {
        watch.onTick(IdleWatch.AWAY_AFTER_NS);
        choose(PresenceState.BUSY);
        watch.onInput(IdleWatch.AWAY_AFTER_NS + 1);
        assertEquals(1, client.heard(ClientCommand.SetPresence.class).size());
    }

    private void choose(PresenceState state) {
        view.onEvent(new ClientEvent.PresenceChosen(new UserEntry("ann", state, "in the lab", 0)), 0);
    }
}
