package io.heliograph.client.swing.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.dialog.SampleKeys;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifyPresenterTest {
    private final RecordedDesk desk = new RecordedDesk().connected(false);
    private final Seen view = new Seen();
    private final VerifyPresenter presenter =
            new VerifyPresenter(view, desk.desk(), new Moments(desk.words(), ZoneOffset.UTC));

    @Test
    void twelveGroupsOfTheNewKeyAreShownWhileOneWaits() {
        presenter.open("ben");
        presenter.onEvent(SampleKeys.trust("ben", TrustLevel.VERIFIED, true));
        VerifyView.Shown shown = shown();
        assertTrue(shown.waits());
        assertEquals(12, shown.number().groups().size());
        ClientEvent.TrustShown told = SampleKeys.trust("ben", TrustLevel.VERIFIED, true);
        assertFalse(shown.number().digits().equals(told.number().digits()));
    }

    @Test
    void aMatchVerifies() {
        presenter.open("ben");
        presenter.onEvent(SampleKeys.trust("ben", TrustLevel.UNKNOWN, false));
        presenter.onMatch();
        assertEquals(new ClientCommand.SetVerified("ben", true), desk.last(ClientCommand.SetVerified.class));
    }

    @Test
    void aMatchOfAKeyThatWaitsAcceptsItBeforeItIsVerified() {
        presenter.open("ben");
        presenter.onEvent(SampleKeys.trust("ben", TrustLevel.VERIFIED, true));
        presenter.onMatch();
        assertEquals(0, desk.count(ClientCommand.SetVerified.class));
        presenter.onEvent(new ClientEvent.Done(new ClientCommand.AcceptKey(Target.user("ben"))));
        assertEquals(new ClientCommand.SetVerified("ben", true), desk.last(ClientCommand.SetVerified.class));
    }

    @Test
    void aDifferenceTakesTheTrustAndNeverAccepts() {
        presenter.open("ben");
        presenter.onEvent(SampleKeys.trust("ben", TrustLevel.VERIFIED, false));
        presenter.onMismatch();
        assertEquals(new ClientCommand.SetVerified("ben", false), desk.last(ClientCommand.SetVerified.class));
        presenter.onEvent(SampleKeys.trust("ben", TrustLevel.VERIFIED, true));
        presenter.onMismatch();
        assertEquals(0, desk.count(ClientCommand.AcceptKey.class));
        assertFalse(shown().result().isEmpty());
    }

    @Test
    void whatIsToldOfSomebodyElseChangesNothing() {
        presenter.open("ben");
        presenter.onEvent(SampleKeys.trust("eva", TrustLevel.VERIFIED, false));
        presenter.onMatch();
        assertEquals(0, desk.count(ClientCommand.SetVerified.class));
    }

    private VerifyView.Shown shown() {
        VerifyView.Shown shown = view.shown;
        assertNotNull(shown);
        return shown;
    }

    private static final class Seen implements VerifyView {
        private @Nullable Shown shown;

        @Override
        public void showWaiting(String name) {
            shown = null;
        }

        @Override
        public void showNumber(Shown fresh) {
            shown = fresh;
        }

        @Override
        public void showProblem(String line) {
            shown = null;
        }
    }
}
