package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * Lines without colour and without cursor movement: for pipes, dumb terminals and NO_COLOR.
 *
 * <p>Thread-safe: holds no state.
 */
final class PlainLines implements EventPrinter {
    static final String UNSHOWABLE = "[a message this version cannot show]";

    private final LineSink out;
    private final DateTimeFormatter clock;
    private final boolean mayAsk;

    /** {@code mayAsk}: a person reads along; else what ends the client is said once, on standard error. */
    PlainLines(LineSink out, ZoneId zone, boolean mayAsk) {
        this.out = out;
        this.mayAsk = mayAsk;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void print(ClientEvent event) {
        if (event instanceof ClientEvent.MessageShown shown) {
            message(shown);
        } else if (event instanceof ClientEvent.StateChanged changed) {
            if (changed.state() == MessageState.FAILED) {
                notice("not delivered: " + Wording.safe(changed.reason()));
            }
        } else if (event instanceof ClientEvent.AdminOutput output) {
            output.lines().forEach(line -> out.line("  " + Wording.safe(line)));
        } else if (!mayAsk && endsTheClient(event)) {
            return;
        } else if (event instanceof ClientEvent.TrustWanted wanted) {
            Wording.trustQuestion(wanted).forEach(this::notice);
        } else {
            String notice = Wording.notice(event);
            if (notice != null) {
                notice(notice);
            }
        }
    }

    @Override
    public void notice(String text) {
        out.line("* " + text);
    }

    private static boolean endsTheClient(ClientEvent event) {
        return event instanceof ClientEvent.TrustWanted
                || event instanceof ClientEvent.TrustDeclined
                || event instanceof ClientEvent.WrongIdentity
                || event instanceof ClientEvent.LoginRefused
                || event instanceof ClientEvent.Offline;
    }

    private void message(ClientEvent.MessageShown shown) {
        String time = clock.format(Instant.ofEpochMilli(shown.timeMs()));
        String direct = shown.own() ? "to " + shown.where().address() : "direct";
        String where = shown.where().isRoom() ? shown.where().address() : direct;
        String text = Objects.requireNonNullElse(shown.text(), UNSHOWABLE);
        String head = time + " " + Wording.safe(where) + " <" + Wording.safe(shown.from()) + "> ";
        // The lines after the first are set in, so that none of them can pass for a message of its own.
        out.line(head + SafeText.lines(text).replace("\n", "\n    "));
    }
}
