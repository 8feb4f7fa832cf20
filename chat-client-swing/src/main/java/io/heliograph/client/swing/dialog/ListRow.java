package io.heliograph.client.swing.dialog;

import org.jspecify.annotations.Nullable;

/**
 * A row of a list in a dialog or panel, safe to show.
 *
 * @param key tells it apart from the others
 * @param detail under the title; empty for a low row
 * @param trailing at the other side; may be empty
 * @param section heads the section that this row is the first of, else empty
 * @param mark beside the title; null for none
 */
public record ListRow(
        String key,
        Picture picture,
        String title,
        String detail,
        String trailing,
        String section,
        @Nullable Mark mark) {

    /**
     * What stands before the words.
     *
     * @param avatar whose initials; empty for an icon
     * @param dot names the colour of the presence dot; null for none
     * @param icon in place of initials, with the name of its colour
     */
    public record Picture(String avatar, @Nullable String dot, String icon, String colour) {
        public static Picture of(String avatar, @Nullable String dot) {
            return new Picture(avatar, dot, "", "muted");
        }

        public static Picture icon(String icon, String colour) {
            return new Picture("", null, icon, colour);
        }
    }

    /** A small icon with its words. */
    public record Mark(String icon, String colour, String words) {}

    public static ListRow of(String key, Picture picture, String title, String detail) {
        return new ListRow(key, picture, title, detail, "", "", null);
    }

    public ListRow withTrailing(String text) {
        return new ListRow(key, picture, title, detail, text, section, mark);
    }

    public ListRow withSection(String text) {
        return new ListRow(key, picture, title, detail, trailing, text, mark);
    }

    public ListRow withMark(@Nullable Mark other) {
        return new ListRow(key, picture, title, detail, trailing, section, other);
    }

    /** All of it, as a screen reader says it. */
    String spoken() {
        StringBuilder spoken = new StringBuilder(title);
        for (String part : new String[] {section, mark == null ? "" : mark.words(), detail, trailing}) {
            if (!part.isEmpty()) {
                spoken.append(", ").append(part);
            }
        }
        return spoken.toString();
    }
}
