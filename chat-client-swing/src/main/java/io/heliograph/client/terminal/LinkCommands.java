package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ServerName;
import io.heliograph.common.net.LanSearch;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The commands about the connection and the server. */
final class LinkCommands {
    private static final int MAX_PORT = 65_535;
    private static final double PERMILLE_PER_PERCENT = 10;

    private LinkCommands() {}

    static void fingerprint(Console console, String text) {
        ClientEvent.Connected connected = console.view().link().connected();
        if (connected == null) {
            console.complain("not connected yet");
        } else {
            console.tell(SafeText.line(connected.server()) + " is " + connected.fingerprint());
        }
    }

    static void trust(Console console, String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y" -> CommandTable.submit(console, new ClientCommand.Trust(true));
            case "no", "n" -> CommandTable.submit(console, new ClientCommand.Trust(false));
            default -> console.complain("/trust yes, or /trust no");
        }
    }

    static void status(Console console, String text) {
        ChatView view = console.view();
        ClientEvent.Connected connected = view.link().connected();
        String where = connected == null
                ? ""
                : ", " + SafeText.line(connected.user()) + " on " + SafeText.line(connected.server());
        console.tell(view.link().condition().word() + where);
        ClientEvent.LinkQuality quality = view.link().quality();
        String roundTrip = quality.rttMs() < 0 ? "unknown" : quality.rttMs() + " ms";
        console.tell("round trip " + roundTrip + ", loss "
                + String.format(Locale.ROOT, "%.1f %%", quality.lossPermille() / PERMILLE_PER_PERCENT));
        console.tell("outbox " + view.pending().size() + " on the way, " + view.failedCount() + " failed");
    }

    /** Takes two seconds, in which nothing is read. */
    static void servers(Console console, String text) {
        int port = text.isEmpty() ? ServerName.DEFAULT_PORT : Words.number(text);
        if (port < 1 || port > MAX_PORT) {
            console.complain("which port? /servers, or /servers PORT");
            return;
        }
        try {
            List<LanSearch.Found> found = console.findServers(port);
            found.forEach(server -> console.tell(ServerSearch.line(server)));
            if (found.isEmpty()) {
                console.tell("no server of this network has answered");
            }
        } catch (IOException e) {
            console.complain("the network cannot be asked: " + Wording.safe(String.valueOf(e.getMessage())));
        }
    }

    /** Takes four seconds, in which nothing is read. */
    static void doctor(Console console, String text) {
        ServerName server = text.isEmpty() ? console.server() : ServerName.parse(text);
        if (server == null) {
            console.complain("which server? /doctor looks at the one of this profile, /doctor HOST:PORT at another");
        } else {
            console.show(new ClientEvent.NetworkChecked(console.checkNetwork(server)));
        }
    }

    static void reconnect(Console console, String text) {
        CommandTable.submit(console, new ClientCommand.Reconnect());
    }

    static void disconnect(Console console, String text) {
        CommandTable.submit(console, new ClientCommand.Disconnect());
    }

    static void admin(Console console, String text) {
        if (text.isEmpty()) {
            console.complain("which line? /admin help asks the server what there is");
        } else {
            CommandTable.submit(console, new ClientCommand.Admin(text));
        }
    }

    static void announce(Console console, String text) {
        if (text.isEmpty()) {
            console.complain("what? /announce TEXT is shown to everybody, as the server's word");
        } else {
            CommandTable.submit(console, new ClientCommand.Admin("announce " + text));
        }
    }
}
