package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.e2e.SafetyNumber;
import io.heliograph.common.text.SafeText;
import io.heliograph.common.util.Bytes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What there is to say about keys, in lines for people. Safe to show. */
final class TrustWording {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneId.systemDefault());

    private TrustWording() {}

    /** Null for an event of another kind. */
    static @Nullable List<String> lines(ClientEvent event) {
        if (event instanceof ClientEvent.TrustShown shown) {
            return trust(shown);
        } else if (event instanceof ClientEvent.DeviceUnconfirmed unconfirmed) {
            return List.of(
                    "this device is new to your account and is given no keys yet: on your first device, /devices and"
                            + " /approve N. Its words are",
                    "  " + unconfirmed.words());
        } else if (event instanceof ClientEvent.DeviceConfirmed) {
            return List.of("this device is confirmed: what is said from now on can be read here");
        } else if (event instanceof ClientEvent.DevicesWaiting waiting) {
            return waiting(waiting);
        }
        String line = line(event);
        return line == null ? null : List.of(line);
    }

    /** Null for a command whose answer says nothing about keys. */
    static @Nullable String done(ClientCommand command) {
        if (command instanceof ClientCommand.SetVerified set) {
            return set.verified()
                    ? Wording.safe(set.name()) + " is verified: another key will wait for your yes"
                    : Wording.safe(set.name()) + " is no longer verified";
        } else if (command instanceof ClientCommand.AcceptKey accept) {
            return Wording.safe(accept.of().address()) + " is accepted; what waited is on its way";
        } else if (command instanceof ClientCommand.ApproveDevice) {
            return "the device is confirmed";
        } else if (command instanceof ClientCommand.ConfirmAccount confirm) {
            return "the key of " + Wording.safe(confirm.name()) + " is confirmed for everybody on this server";
        } else if (command instanceof ClientCommand.BeginAnew) {
            return "this device is the first of your account now; others see that your key has changed";
        } else if (command instanceof ClientCommand.AcceptDirectory) {
            return "the directory's new signer is believed";
        } else if (command instanceof ClientCommand.ShareHistory share) {
            return share.on()
                    ? "who comes later can be given the keys to what is said from now on"
                    : "who comes later reads from then on only";
        } else if (command instanceof ClientCommand.Admit admit) {
            return Wording.safe(admit.name()) + " is being admitted to "
                    + Wording.safe(admit.where().address());
        }
        return null;
    }

    private static @Nullable String line(ClientEvent event) {
        if (event instanceof ClientEvent.DevicesChanged changed) {
            return Wording.safe(changed.name()) + " has other devices than before";
        } else if (event instanceof ClientEvent.KeyChanged changed) {
            String name = Wording.safe(changed.name());
            return changed.waits()
                    ? "the key of " + name + ", whom you verified, has changed: nothing is said to it yet. /verify "
                            + name + " shows the number to compare, /trust " + name + " accept goes on with it"
                    : name + " has a new key";
        } else if (event instanceof ClientEvent.DraftChanged draft) {
            // Done with it elsewhere: nothing that anybody wants to read of.
            return draft.text().isEmpty()
                    ? null
                    : "begun elsewhere, for " + Wording.safe(draft.where().address()) + ": "
                            + SafeText.excerpt(draft.text(), 60) + " (/draft)";
        } else if (event instanceof ClientEvent.DirectorySignerChanged changed) {
            return "the server's directory was signed by " + Wording.safe(changed.before()) + " and is now signed by "
                    + Wording.safe(changed.now()) + ": ask the administrator, then /trust directory accept";
        } else if (event instanceof ClientEvent.Admitted admitted) {
            return Wording.safe(admitted.by()) + " admitted " + Wording.safe(admitted.name()) + " to "
                    + Wording.safe(admitted.where().address());
        } else if (event instanceof ClientEvent.NotAdmitted not) {
            return "the server let " + Wording.safe(String.join(", ", not.names())) + " into "
                    + Wording.safe(not.where().address())
                    + ", whom nobody there has admitted: they are given no keys. /admit NAME lets them read";
        } else if (event instanceof ClientEvent.RoomAlarm alarm) {
            String room = Wording.safe(alarm.where().address());
            return "warning, " + room + ": " + HeldWording.alarm(alarm.cause())
                    + ". Nothing is said there before you look into it and say /trust " + room + " accept";
        } else if (event instanceof ClientEvent.ChangeNotAccepted not) {
            return "not accepted in " + Wording.safe(not.where().address()) + ": what " + Wording.safe(not.by())
                    + " seems to have done to a message (" + not.what().word() + "): " + Wording.safe(not.reason());
        } else if (event instanceof ClientEvent.HeldBack held) {
            return "what you say to " + Wording.safe(held.where().address()) + " waits: "
                    + Wording.safe(HeldWording.held(held));
        }
        return null;
    }

    private static List<String> trust(ClientEvent.TrustShown shown) {
        List<String> lines = new ArrayList<>();
        String name = Wording.safe(shown.name());
        lines.add(name + " " + shown.level().shape() + " " + shown.level().words() + ", key first seen "
                + DAY.format(Instant.ofEpochMilli(shown.firstSeenMs())) + ", "
                + shown.devices().size() + (shown.devices().size() == 1 ? " device" : " devices"));
        lines.add("safety number, the same for both of you:");
        number(lines, shown.number());
        SafetyNumber waiting = shown.waiting();
        if (waiting != null) {
            lines.add("of the new key, which waits for /trust " + name + " accept:");
            number(lines, waiting);
        }
        lines.add("compare it in person or by voice, then /verify " + name + " yes");
        return lines;
    }

    private static void number(List<String> lines, SafetyNumber number) {
        lines.add("  " + number.grouped());
        lines.add("  " + number.words());
    }

    private static List<String> waiting(ClientEvent.DevicesWaiting waiting) {
        List<String> lines = new ArrayList<>();
        lines.add("a device that came in with your password wants to read along. If that is you: /devices, /approve N");
        for (Bytes device : waiting.devices()) {
            lines.add("  " + new IdentityPublicKey(device).fingerprint().words());
        }
        return lines;
    }
}
