package io.heliograph.client.swing.prefs;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.theme.Accent;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.ThemeName;
import io.heliograph.common.message.Preference;
import io.heliograph.common.message.ServerMessage.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can be set, and where it is kept: with this desktop, with the profile, or with the account at the server. Knows
 * no component.
 *
 * <p>Event dispatch thread only.
 */
final class PrefsPresenter {
    static final List<Integer> LOCK_MINUTES = List.of(0, 1, 5, 10, 15, 30, 60);
    static final List<Integer> DOWNLOAD_MEGABYTES = List.of(1, 10, 50, 200, 1_000, 5_000);
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final Settings settings;
    private final KeptChoices kept;
    private @Nullable Desk desk;
    private Preferences account = new Preferences(true, true, true);
    private DownloadRule downloads = DownloadRule.OFF;

    PrefsPresenter(Settings settings) {
        this.settings = settings;
        this.kept = new KeptChoices(settings);
    }

    void begin(Desk begun) {
        desk = begun;
        downloads = DownloadRule.OFF;
    }

    /** True if something that is shown has changed. */
    boolean onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.AccountShown shown) {
            account = shown.preferences();
        } else if (event instanceof ClientEvent.PreferencesChanged changed) {
            account = changed.preferences();
        } else if (event instanceof ClientEvent.DownloadsShown shown) {
            downloads = shown.rule();
        } else {
            return false;
        }
        return true;
    }

    /** The dialog opens: what is not known yet is asked for. */
    void onOpen() {
        submit(new ClientCommand.AskDownloads());
    }

    KeptChoices kept() {
        return kept;
    }

    // How it looks

    Choice<ThemeName> theme() {
        return new Choice<>(() -> look().theme(), theme -> change(look -> look.withTheme(theme)));
    }

    Choice<Accent> accent() {
        return new Choice<>(() -> look().accent(), accent -> change(look -> look.withAccent(accent)));
    }

    Choice<Integer> zoom() {
        return new Choice<>(() -> look().zoomPercent(), percent -> change(look -> look.withZoom(percent)));
    }

    // What others get to know

    Choice<Boolean> tells(Preference preference) {
        return new Choice<>(
                () -> switch (preference) {
                    case TELLS_DELIVERED -> account.tellsDelivered();
                    case TELLS_READ -> account.tellsRead();
                    case TELLS_LAST_SEEN -> account.tellsLastSeen();
                },
                on -> submit(new ClientCommand.Prefer(preference, on)));
    }

    // Files

    Choice<DownloadRule.From> downloadsFrom() {
        return new Choice<>(
                () -> downloads.from(), from -> submit(new ClientCommand.SetDownloads(from, -1, null, true)));
    }

    Choice<Integer> downloadMegabytes() {
        return new Choice<>(
                () -> (int) Math.min(9_999, downloads.maxBytes() / BYTES_PER_MEGABYTE),
                megabytes -> submit(new ClientCommand.SetDownloads(null, megabytes * BYTES_PER_MEGABYTE, null, true)));
    }

    /** Empty for the usual place. */
    Choice<String> downloadFolder() {
        return new Choice<>(
                () -> {
                    Path folder = downloads.folder();
                    return folder == null ? "" : folder.toString();
                },
                folder -> submit(new ClientCommand.SetDownloads(null, -1, Path.of(folder), true)));
    }

    /** Does one of the commands that have a dialog of their own. */
    void run(String command) {
        Desk open = desk;
        if (open == null) {
            return;
        }
        switch (command) {
            case "passphrase" -> open.shell().askPassphrase();
            case "shortcuts" -> open.shell().showShortcuts();
            default -> throw new IllegalArgumentException(command);
        }
    }

    private Appearance look() {
        return settings.get().appearance();
    }

    private void change(UnaryOperator<Appearance> change) {
        Desk open = desk;
        if (open != null) {
            open.shell().changeAppearance(change);
        }
    }

    private void submit(ClientCommand command) {
        Desk open = desk;
        if (open != null) {
            open.submit(command);
        }
    }
}
