package io.heliograph.client.swing.people;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.LongSupplier;

/** What others see of the user, and for how long. Knows no component. */
final class StatusPresenter {
    /** How long a text holds. */
    enum Lasting {
        UNTIL_CHANGED,
        HALF_AN_HOUR,
        ONE_HOUR,
        FOUR_HOURS,
        TODAY
    }

    /** What shows the fields. */
    interface View {
        void open(PresenceState state, String text);

        /** Empty for nothing wrong. */
        void showProblem(String line);

        void close();
    }

    private static final int MAX_TEXT_BYTES = 140;

    private final View view;
    private final Desk desk;
    private final LongSupplier wallClockMs;
    private final ZoneId zone;

    StatusPresenter(View view, Desk desk, LongSupplier wallClockMs, ZoneId zone) {
        this.view = view;
        this.desk = desk;
        this.wallClockMs = wallClockMs;
        this.zone = zone;
    }

    void open() {
        view.showProblem("");
        PresenceState now = desk.model().chosen();
        view.open(
                now == PresenceState.OFFLINE ? PresenceState.ONLINE : now,
                SafeText.line(desk.model().chosenText()));
    }

    void onSubmit(PresenceState chosen, String line, Lasting lasting) {
        String shown = line.strip();
        if (shown.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
            view.showProblem(desk.words().get("status.long", MAX_TEXT_BYTES));
            return;
        }
        desk.submit(new ClientCommand.SetPresence(chosen, shown, shown.isEmpty() ? 0 : secondsOf(lasting)));
        view.close();
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.Refused refused && refused.command() instanceof ClientCommand.SetPresence) {
            desk.complain(SafeText.line(refused.text()));
        }
    }

    /** 0 until it is changed. */
    long secondsOf(Lasting lasting) {
        return switch (lasting) {
            case UNTIL_CHANGED -> 0;
            case HALF_AN_HOUR -> Duration.ofMinutes(30).toSeconds();
            case ONE_HOUR -> Duration.ofHours(1).toSeconds();
            case FOUR_HOURS -> Duration.ofHours(4).toSeconds();
            case TODAY -> untilMidnight();
        };
    }

    private long untilMidnight() {
        ZonedDateTime now = Instant.ofEpochMilli(wallClockMs.getAsLong()).atZone(zone);
        ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(zone);
        return Math.max(1, Duration.between(now, midnight).toSeconds());
    }
}
