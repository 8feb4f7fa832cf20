package io.heliograph.client.swing.emoji;

import java.util.List;

/**
 * Emoji under one title.
 *
 * @param title a key of the texts
 * @param icon the emoji that stands for it; empty for one that is not in the bar
 * @param offers what is on it, in order
 */
record EmojiShelf(String title, String icon, List<Offer> offers) {
    EmojiShelf {
        offers = List.copyOf(offers);
    }

    /**
     * One emoji as it would be sent.
     *
     * @param name what a screen reader says
     * @param shortcode empty for none
     */
    record Offer(String sequence, String picture, String name, String shortcode) {}
}
