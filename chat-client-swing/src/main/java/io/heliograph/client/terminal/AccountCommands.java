package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.message.Preference;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The commands about the account. */
final class AccountCommands {
    static final Map<String, Preference> PREFERENCES = Map.of(
            "delivered", Preference.TELLS_DELIVERED,
            "read", Preference.TELLS_READ,
            "lastseen", Preference.TELLS_LAST_SEEN);

    private static final int MIN_PASSWORD_CHARS = 8;

    private AccountCommands() {}

    static void devices(Console console, String text) {
        CommandTable.submit(console, new ClientCommand.AskDevices());
    }

    static void revoke(Console console, String text) {
        List<DeviceEntry> devices = console.view().devices();
        int number = Words.number(text);
        if (number < 1 || number > devices.size()) {
            console.complain("which one? /devices lists them, then /revoke N");
        } else {
            CommandTable.submit(
                    console, new ClientCommand.Revoke(devices.get(number - 1).key()));
        }
    }

    static void password(Console console, String text) {
        ClientEvent.AccountShown account = console.view().link().account();
        if (!text.isEmpty()) {
            console.complain("/passwd asks for the password: what is typed in a line is kept and seen");
            return;
        }
        String old =
                account == null || account.hasPassword() ? console.askSecret("present password (empty if none): ") : "";
        String fresh = old == null ? null : console.askSecret("new password: ");
        String again = fresh == null ? null : console.askSecret("once more: ");
        if (old == null || fresh == null || again == null) {
            console.complain("/passwd works in a terminal: start the client without pipes");
        } else if (!fresh.equals(again)) {
            console.complain("the two are not the same: /passwd once more");
        } else if (fresh.codePointCount(0, fresh.length()) < MIN_PASSWORD_CHARS) {
            console.complain("a password has at least " + MIN_PASSWORD_CHARS + " characters: /passwd once more");
        } else {
            CommandTable.submit(console, new ClientCommand.SetPassword(old, fresh));
        }
    }

    static void prefer(Console console, String text) {
        Preference preference = PREFERENCES.get(Words.first(text).toLowerCase(Locale.ROOT));
        String value = Words.rest(text);
        if (preference == null || !(value.equals("on") || value.equals("off"))) {
            console.complain("what are others told? /prefer delivered|read|lastseen on|off");
        } else {
            CommandTable.submit(console, new ClientCommand.Prefer(preference, value.equals("on")));
        }
    }
}
