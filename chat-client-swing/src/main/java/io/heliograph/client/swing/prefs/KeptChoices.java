package io.heliograph.client.swing.prefs;

import io.heliograph.client.swing.settings.Settings;

/** Settings that are kept as words under a key. */
final class KeptChoices {
    private final Settings settings;

    KeptChoices(Settings settings) {
        this.settings = settings;
    }

    /** {@code standard} is what holds while nothing was chosen; it is not kept. */
    Choice<String> word(String key, String standard) {
        return new Choice<>(
                () -> {
                    String kept = settings.get().kept(key);
                    return kept.isEmpty() ? standard : kept;
                },
                value -> settings.change(before -> before.withKept(key, value.equals(standard) ? "" : value)));
    }

    Choice<Boolean> flag(String key, boolean standard) {
        Choice<String> word = word(key, standard ? "yes" : "no");
        return new Choice<>(() -> word.get().equals("yes"), on -> word.set(on ? "yes" : "no"));
    }

    /** {@code standard} for what is no number from 0 to 9999. */
    Choice<Integer> number(String key, int standard) {
        Choice<String> word = word(key, Integer.toString(standard));
        return new Choice<>(
                () -> word.get().matches("[0-9]{1,4}") ? Integer.parseInt(word.get()) : standard,
                value -> word.set(Integer.toString(value)));
    }
}
