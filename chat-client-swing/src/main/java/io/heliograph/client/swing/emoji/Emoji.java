package io.heliograph.client.swing.emoji;

import java.util.List;

/**
 * One emoji of the table.
 *
 * @param sequence the characters that are sent
 * @param group 0 to 9 as Unicode groups them; 2 holds parts of others and is not to be offered
 * @param label its name in the language of the table
 * @param shortcodes what stands between colons, in English; the first is the usual one
 * @param names the words of its name, in lower case without accents
 * @param tags more words to find it by, likewise
 * @param english the words of its English name and tags, likewise; empty in a table that is English
 * @param picture its name among the pictures
 * @param skins the same in other skin tones, lightest first; empty for none
 */
public record Emoji(
        String sequence,
        int group,
        String label,
        List<String> shortcodes,
        List<String> names,
        List<String> tags,
        List<String> english,
        String picture,
        List<String> skins) {
    private static final int FIRST_TONE = 0x1F3FB;
    private static final int LAST_TONE = 0x1F3FF;

    public Emoji {
        shortcodes = List.copyOf(shortcodes);
        names = List.copyOf(names);
        tags = List.copyOf(tags);
        english = List.copyOf(english);
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
