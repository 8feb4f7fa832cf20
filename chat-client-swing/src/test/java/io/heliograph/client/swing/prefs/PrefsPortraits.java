package io.heliograph.client.swing.prefs;

import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.settings.FixedSettings;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.stream.Stream;

/** Each page of the settings. */
public final class PrefsPortraits {
    private PrefsPortraits() {}

    public static List<Portrait> all() {
        return Stream.of("look", "writing", "notify", "privacy", "files", "about")
                .map(PrefsPortraits::of)
                .toList();
    }

    private static Portrait of(String page) {
        return Portrait.of("settings-" + page, locale -> {
            Words words = Words.in(locale);
            SettingsPages pages =
                    new SettingsPages(words, new PrefsPresenter(new FixedSettings()), (before, chosen) -> {});
            SettingsDialog dialog = new SettingsDialog(words, pages.all("1.0"), Runnable::run);
            dialog.prepare(page);
            return dialog.body();
        });
    }
}
