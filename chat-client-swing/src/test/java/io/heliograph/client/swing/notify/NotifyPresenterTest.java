package io.heliograph.client.swing.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.NotificationKeys;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Role;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyPresenterTest {
    private static final Target ROOM = Target.room("#platform");

    private final RecordedDesk desk = new RecordedDesk().connected(false).inRoom(ROOM, Role.MEMBER);
    private final Remembered settings = new Remembered();
    private final List<Note> notes = new ArrayList<>();
    private boolean inFront;
    private final NotifyPresenter presenter = new NotifyPresenter(
            desk.desk(), desk.words(), settings, new Attention(settings, ZoneOffset.UTC), () -> inFront, notes::add);
    private long nowMs = at(12, 0);

    @Test
    void neitherWhatOneSaysNorWhatOneReadsNorWhatIsOldIsTold() {
        say("ann", "mine", true);
        say("ben", "said while you were away", false);
        inFront = true;
        say("ben", "before your eyes", true);
        assertEquals(List.of(), notes);
        inFront = false;
        say("ben", "behind your back", true);
        assertEquals(1, notes.size());
        assertFalse(notes.get(0).urgent());
    }

    @Test
    void aBurstIsOneNote() {
        for (int count = 0; count < 20; count++) {
            say("ben", "again", true);
        }
        nowMs += NotifyPresenter.PAUSE_MS;
        presenter.onTime(nowMs);
        assertEquals(2, notes.size(), "the first at once, the rest together");
        assertTrue(notes.get(1).body().contains("19"), notes.get(1).body());
    }

    @Test
    void theUsersOwnWordsCountAsItsName() {
        settings.put(NotificationKeys.LEVEL, "mentions");
        settings.put(NotificationKeys.WORDS, "relay, Go-live");
        say("ben", "the relays are fine", true);
        assertEquals(List.of(), notes, "a longer word is another word");
        say("ben", "The RELAY is down!", true);
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).urgent());
    }

    @Test
    void whatIsMutedForAWhileIsTellingNothing() throws IOException {
        desk.choices().muteUntil(ROOM, 2_000);
        say("ben", "quiet", true);
        assertEquals(List.of(), notes);
    }

    @ParameterizedTest
    @CsvSource({
        "21, 59, 22:00, 07:00, true",
        "22, 0, 22:00, 07:00, false",
        "6, 59, 22:00, 07:00, false",
        "7, 0, 22:00, 07:00, true",
        "12, 30, 12:00, 13:00, false",
        "13, 0, 12:00, 13:00, true",
        "3, 0, nonsense, 07:00, false"
    })
    void quietHoursSilenceEverything(int hour, int minute, String from, String to, boolean told) {
        settings.put(NotificationKeys.QUIET, "yes");
        settings.put(NotificationKeys.QUIET_FROM, from);
        settings.put(NotificationKeys.QUIET_TO, to);
        nowMs = at(hour, minute);
        say("ben", "hi", true);
        assertEquals(told ? 1 : 0, notes.size());
    }

    private static long at(int hour, int minute) {
        return LocalDateTime.of(2026, 11, 21, hour, minute)
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    private void say(String from, String text, boolean live) {
        ShownEntry entry = new ShownEntry(
                7,
                new MessageId(Bytes.takingOver(new byte[MessageId.LENGTH_BYTES])),
                EntryKind.MESSAGE,
                from,
                from.equals("ann"),
                nowMs,
                text,
                0,
                0,
                false,
                false,
                false,
                List.of(),
                null,
                null,
                null);
        presenter.onEvent(new ClientEvent.EntryShown(ROOM, entry, live), nowMs);
        presenter.onTime(nowMs);
    }

    private static final class Remembered implements Settings {
        private DesktopSettings now = DesktopSettings.DEFAULT;

        void put(String key, String value) {
            change(before -> before.withKept(key, value));
        }

        @Override
        public DesktopSettings get() {
            return now;
        }

        @Override
        public void change(UnaryOperator<DesktopSettings> change) {
            now = change.apply(now);
        }
    }
}
