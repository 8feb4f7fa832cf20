package io.heliograph.client.swing.messages;

/**
 * A place in a row that a press does something at.
 *
 * @param value a link, an emoji or a name; empty otherwise
 * @param tip what to say when the pointer rests there; empty for nothing
 */
record Spot(Kind kind, String value, String tip) {
    /** What is there. */
    enum Kind {
        LINK,
        QUOTE,
        REACTION,
        FILE,
        PERSON,
        GAP,
        /** The rest of a long message. */
        REST,
        /** More is known: what an edited message said before, who has an own one. */
        DETAILS,
        /** Nothing to press, but something to tell. */
        NOTE,
        REACT,
        REPLY,
        MORE
    }

    boolean isPressable() {
        return kind != Kind.NOTE;
    }
}
