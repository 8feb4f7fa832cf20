package io.heliograph.client.swing.prefs;

import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.swing.settings.NotificationKeys;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.ThemeName;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.Preference;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What stands on which page. */
final class SettingsPages {
    static final String LANGUAGE = "language";
    static final String CALM = "motion.calm";
    static final String SEND_KEY = "compose.sendKey";
    static final String LOCK_MINUTES = "lock.minutes";

    private static final List<String> HALF_HOURS = IntStream.range(0, 48)
            .mapToObj(half -> LocalTime.MIDNIGHT.plusMinutes(30L * half).toString())
            .toList();

    private final Words words;
    private final PrefsPresenter prefs;
    private final FolderChooser folders;

    /** Asks for a folder: the one before, and who is told of the new one. */
    interface FolderChooser {
        void choose(String before, Consumer<Path> chosen);
    }

    SettingsPages(Words words, PrefsPresenter prefs, FolderChooser folders) {
        this.words = words;
        this.prefs = prefs;
        this.folders = folders;
    }

    /** In the order of the list; the key names the page, which is made when it is asked for. */
    Map<String, Supplier<PageForm>> all(String version) {
        Map<String, Supplier<PageForm>> pages = new LinkedHashMap<>();
        pages.put("look", this::look);
        pages.put("writing", this::writing);
        pages.put("notify", this::notifications);
        pages.put("privacy", this::privacy);
        pages.put("files", this::files);
        pages.put("about", () -> about(version));
        return pages;
    }

    private PageForm page(String name) {
        return new PageForm(words, "prefs.page." + name);
    }

    private PageForm look() {
        AccentPicker accents = new AccentPicker(words, prefs.accent());
        List<String> languages = new ArrayList<>();
        languages.add("");
        Words.LANGUAGES.forEach(languages::add);
        return page("look")
                .section("theme")
                .radio(
                        "theme",
                        List.of(ThemeName.values()),
                        theme -> words.get("prefs.theme." + theme.word()),
                        prefs.theme())
                .section("accent")
                .add(accents.component(), accents::follow)
                .section("size")
                .pick("zoom", Appearance.ZOOMS, percent -> words.get("prefs.percent", percent), prefs.zoom())
                .section("language")
                .pick(
                        "languagePick",
                        languages,
                        this::languageName,
                        prefs.kept().word(LANGUAGE, ""))
                .section("motion")
                .flag("calm", prefs.kept().flag(CALM, false));
    }

    private String languageName(String tag) {
        // Not asked of the JDK, which reads much to know it: each language by its own name.
        return words.get("prefs.language." + (tag.isEmpty() ? "system" : tag));
    }

    private PageForm writing() {
        return page("writing")
                .section("sendKey")
                .radio(
                        "sendKey",
                        List.of("enter", "ctrl-enter"),
                        key -> words.get("prefs.sendKey." + key),
                        prefs.kept().word(SEND_KEY, "enter"))
                .section("keys")
                .button("keysButton", () -> prefs.run("shortcuts"));
    }

    private PageForm notifications() {
        return page("notify")
                .section("notifyLevel")
                .radio(
                        "notifyLevel",
                        List.of("all", "mentions", "none"),
                        level -> words.get("prefs.notifyLevel." + level),
                        prefs.kept().word(NotificationKeys.LEVEL, "all"))
                .field("notifyWords", prefs.kept().word(NotificationKeys.WORDS, ""))
                .section("notifyHow")
                .flag("notifyText", prefs.kept().flag(NotificationKeys.TEXT, true))
                .radio(
                        "notifySound",
                        List.of("no", "chime", "yes"),
                        sound -> words.get("prefs.notifySound." + sound),
                        prefs.kept().word(NotificationKeys.SOUND, "no"))
                .section("quiet")
                .flag("quietHours", prefs.kept().flag(NotificationKeys.QUIET, false))
                .pick(
                        "quietFrom",
                        HALF_HOURS,
                        this::clock,
                        prefs.kept().word(NotificationKeys.QUIET_FROM, NotificationKeys.USUAL_QUIET_FROM))
                .pick(
                        "quietTo",
                        HALF_HOURS,
                        this::clock,
                        prefs.kept().word(NotificationKeys.QUIET_TO, NotificationKeys.USUAL_QUIET_TO));
    }

    private String clock(String time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(LocalTime.parse(time));
    }

    private PageForm privacy() {
        return page("privacy")
                .section("tells")
                .flag("tellsDelivered", prefs.tells(Preference.TELLS_DELIVERED))
                .flag("tellsRead", prefs.tells(Preference.TELLS_READ))
                .flag("tellsLastSeen", prefs.tells(Preference.TELLS_LAST_SEEN))
                .section("profile")
                .button("passphrase", () -> prefs.run("passphrase"))
                .pick(
                        "lockAfter",
                        PrefsPresenter.LOCK_MINUTES,
                        this::minutes,
                        prefs.kept().number(LOCK_MINUTES, 0));
    }

    private String minutes(int minutes) {
        return minutes == 0 ? words.get("prefs.never") : words.get("prefs.minutes", minutes);
    }

    private PageForm files() {
        Choice<String> folder = prefs.downloadFolder();
        PageForm page = page("files");
        return page.section("downloads")
                .radio(
                        "downloads",
                        List.of(DownloadRule.From.values()),
                        from -> words.get("prefs.downloads." + from.word()),
                        prefs.downloadsFrom())
                .pick(
                        "downloadSize",
                        PrefsPresenter.DOWNLOAD_MEGABYTES,
                        size -> words.get("prefs.megabytes", size),
                        prefs.downloadMegabytes())
                .button("downloadFolder", () -> folders.choose(folder.get(), path -> folder.set(path.toString())));
    }

    private PageForm about(String version) {
        return page("about")
                .text(words.get("about.version", version))
                .text(words.get("about.what"))
                .section("about.private")
                .text(words.get("about.nothingOut"))
                .section("about.credits")
                .text(Credits.text());
    }
}
