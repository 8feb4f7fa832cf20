package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.ProfileKey;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The commands about what this machine keeps: search, export, lock. */
final class ProfileCommands {
    private static final int MAX_FOUND = 50;
    private static final int LINES_AROUND = 5;

    private ProfileCommands() {}

    static void search(Console console, String text) {
        CommandTable.submit(
                console, new ClientCommand.Search(console.view().found().nextTicket(), text, MAX_FOUND));
    }

    static void jump(Console console, String text) {
        SearchHit hit = console.view().found().hit(Words.number(text));
        int count = console.view().found().count();
        if (hit == null) {
            console.complain(
                    count == 0 ? "where to? /search WORDS finds something first" : "which one? /jump 1 to " + count);
        } else {
            CommandTable.submit(
                    console, new ClientCommand.ShowAround(hit.where(), hit.seq(), LINES_AROUND, LINES_AROUND));
        }
    }

    static void export(Console console, String text) {
        String what = Words.first(text);
        String file = Words.rest(text);
        Target where = Target.parse(what);
        if (file.isEmpty() || (where == null && !what.equals("all"))) {
            console.complain("what, and where to? /export #ROOM, @NAME or all, and a file .txt, .html or .json");
            return;
        }
        try {
            CommandTable.submit(console, new ClientCommand.Export(where, Path.of(file)));
        } catch (InvalidPathException e) {
            console.complain("that is no name of a file: /export " + what + " FILE.txt");
        }
    }

    static void lock(Console console, String text) {
        if (console.key().wantsPassphrase()) {
            console.lock();
        } else {
            console.complain("a lock needs a passphrase to open it with: /passphrase sets one");
        }
    }

    static void passphrase(Console console, String text) {
        if (!text.isEmpty()) {
            console.complain("/passphrase asks for it: typed behind the command it would be seen");
            return;
        }
        ProfileKey key = console.key();
        if (key.wantsPassphrase() && !isKnown(console, key)) {
            return;
        }
        String chosen = chosen(console, key);
        if (chosen != null) {
            set(console, key, chosen);
        }
    }

    /** Who sits at a terminal that somebody left open must not be able to change it. */
    private static boolean isKnown(Console console, ProfileKey key) {
        if (!console.canAsk()) {
            return true; // the passphrase has opened this very run
        }
        String old = Objects.requireNonNullElse(console.askSecret("the passphrase as it is: "), "");
        boolean known = !old.isEmpty() && key.isOpenedBy(old);
        if (!known) {
            console.complain("that is not the passphrase: nothing was changed");
        }
        return known;
    }

    private static @Nullable String chosen(Console console, ProfileKey key) {
        String given = console.newPassphrase();
        if (!console.canAsk()) {
            if (given == null) {
                console.complain("which one? Without a terminal it comes from " + Belongings.NEW_PASSPHRASE_VARIABLE
                        + "; empty takes it away");
            }
            return given;
        }
        String none = key.wantsPassphrase() ? " (empty: none any more): " : ": ";
        String first = console.askSecret("new passphrase" + none);
        if (first == null || (first.isEmpty() && !key.wantsPassphrase())) {
            console.tell("nothing was changed");
            return null;
        }
        if (!first.isEmpty() && ProfileKey.whyNot(first) == null && !first.equals(console.askSecret("once more: "))) {
            console.complain("the two are not the same: nothing was changed");
            return null;
        }
        return first;
    }

    private static void set(Console console, ProfileKey key, String chosen) {
        String whyNot = chosen.isEmpty() ? null : ProfileKey.whyNot(chosen);
        if (whyNot != null) {
            console.complain(whyNot + ": nothing was changed");
            return;
        }
        try {
            key.wrap(chosen);
            console.tell(
                    chosen.isEmpty()
                            ? "the profile has no passphrase any more: who has its folder can read it"
                            : "from now on the profile opens with this passphrase; nobody can bring it back to you");
        } catch (IOException e) {
            console.complain(
                    "the profile's key cannot be written (" + e.getClass().getSimpleName() + "): nothing was changed");
        }
    }
}
