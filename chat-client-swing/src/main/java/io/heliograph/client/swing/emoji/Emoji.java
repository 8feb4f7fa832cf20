package io.heliograph.client.swing.emoji;

import java.util.List;

/**
 * One emoji of the table.
 *
 * @param sequence the characters that are sent
 * @param group 0 to 9 as Unicode groups them; 2 holds parts of others and is not to be offered
 * @param label its name in English
 * @param shortcodes what stands between colons; the first is the usual one
 * @param tags words to find it by
 * @param picture its name among the pictures
 * @param skins the same in other skin tones, lightest first; empty for none
 */
public record Emoji(
        String sequence,
        int group,
        String label,
        List<String> shortcodes,
        List<String> tags,
        String picture,
        List<String> skins) {
    private static final int FIRST_TONE = 0x1F3FB;
    private static final int LAST_TONE = 0x1F3FF;

    public Emoji {
        shortcodes = List.copyOf(shortcodes);
        tags = List.copyOf(tags);
        skins = List.copyOf(skins);
    }

    /** In a skin tone from 1, light, to 5, dark; 0 and an emoji without tones: as it is. */
    public String inTone(int tone) {
        for (String skin : skins) {
            if (skin.codePoints()
                    .filter(character -> character >= FIRST_TONE && character <= LAST_TONE)
                    .allMatch(character -> character == FIRST_TONE + tone - 1)) {
                return skin;
            }
        }
        return sequence;
    }
}
