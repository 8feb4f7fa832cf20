package io.heliograph.common.message;

/** What people say to each other, inside the body that the relay does not look into (protocol.md 6). */
public sealed interface Body {

    /**
     * A text of 1 to {@value Bounds#MAX_TEXT_BYTES} bytes of UTF-8.
     *
     * @param replyToSeq the entry of the same conversation that it answers; 0 for none
     */
    record Text(String text, long replyToSeq) implements Body {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty text");
            }
            Bounds.requireAtMost("text", text, Bounds.MAX_TEXT_BYTES);
        }
    }

    /** An emoji, or a short word, for the entry that REACT or UNREACT refers to. */
    record Reaction(String emoji) implements Body {
        public Reaction {
            if (emoji.isEmpty()) {
                throw new IllegalArgumentException("an empty reaction");
            }
            Bounds.requireAtMost("emoji", emoji, Bounds.MAX_EMOJI_BYTES);
        }
    }

    /** A body of a later version; shown as something this version cannot show. */
    record Unknown(long kind) implements Body {}
}
