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
    public Emoji {
        shortcodes = List.copyOf(shortcodes);
        tags = List.copyOf(tags);
        skins = List.copyOf(skins);
    }
}
