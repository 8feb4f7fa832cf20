package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.Until;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.LongSupplier;

/** Silences a conversation, for a while or for good, or lets it be heard again. */
final class MuteCommand implements DeskCommand {
    private final LongSupplier wallClockMs;
    private final ZoneId zone;

    MuteCommand(LongSupplier wallClockMs, ZoneId zone) {
        this.wallClockMs = wallClockMs;
        this.zone = zone;
    }

    @Override
    public String id() {
        return "mute";
    }

    /** {@code [ROOM or @NAME] [8h]}. */
    @Override
    public void run(Desk desk, String argument) {
        int blank = argument.lastIndexOf(' ');
        long untilMs = Until.parse(argument.substring(blank + 1), wallClockMs.getAsLong(), zone);
        String named = untilMs < 0
                ? argument
                : argument.substring(0, Math.max(0, blank)).strip();
        Target where = named.isEmpty() ? desk.current() : Target.parse(named);
        if (where == null) {
            desk.complain(desk.words().get("mute.usage"));
        } else if (untilMs > 0) {
            String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                    .withLocale(desk.words().locale())
                    .withZone(zone)
                    .format(Instant.ofEpochMilli(untilMs));
            String said = desk.words().get("mute.until", where.address(), time);
            desk.choose(choices -> choices.muteUntil(where, untilMs), () -> desk.tell(said));
        } else {
            boolean silent = !desk.choices().isMuted(where);
            String said = desk.words().get(silent ? "mute.on" : "mute.off", where.address());
            desk.choose(choices -> choices.mute(where, silent), () -> desk.tell(said));
        }
    }
}
