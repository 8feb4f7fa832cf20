package io.heliograph.client.swing.emoji;

import io.heliograph.client.swing.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which emoji the user takes, and in which skin tone; remembered between starts. Thread-safe as the settings are. */
public final class EmojiHabits {
    /** Two rows of the picker. */
    static final int MAX_RECENT = 18;

    public static final int MAX_TONE = 5;
    private static final String RECENT = "emoji.recent";
    private static final String TONE = "emoji.skin";
    private static final List<String> USUAL = List.of(
            "\uD83D\uDC4D",
            "\u2764\uFE0F",
            "\uD83D\uDE02",
            "\uD83C\uDF89",
            "\uD83D\uDD25",
            "\uD83D\uDE80",
            "\uD83E\uDD14",
            "\uD83D\uDE4F",
            "\uD83D\uDC40");

    private final Settings settings;

    public EmojiHabits(Settings settings) {
        this.settings = settings;
    }

    /** The last one first; filled up with what many use. */
    public List<String> recent() {
        Set<String> recent = new LinkedHashSet<>(kept());
        for (String usual : USUAL) {
            if (recent.size() < USUAL.size()) {
                recent.add(usual);
            }
        }
        return List.copyOf(recent);
    }

    /** {@code sequence} was taken. */
    public void take(String sequence) {
        List<String> recent = kept();
        recent.remove(sequence);
        recent.add(0, sequence);
        String fresh = String.join(" ", recent.subList(0, Math.min(MAX_RECENT, recent.size())));
        settings.change(before -> before.withKept(RECENT, fresh));
    }

    /** From 1, light, to {@link #MAX_TONE}, dark; 0 for none. */
    public int tone() {
        String kept = settings.get().kept(TONE);
        return kept.matches("[1-5]") ? Integer.parseInt(kept) : 0;
    }

    public void setTone(int tone) {
        settings.change(before -> before.withKept(TONE, tone == 0 ? "" : Integer.toString(tone)));
    }

    private List<String> kept() {
        List<String> kept = new ArrayList<>(List.of(settings.get().kept(RECENT).split(" ", -1)));
        kept.removeIf(String::isBlank);
        return kept;
    }
}
