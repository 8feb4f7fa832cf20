package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.awt.Point;

/** What the user does in the list. Called on the event thread; each does nothing by default. */
public interface MessageListListener {
    /** What can be done with a message from the list. */
    enum Action {
        REACT,
        REPLY,
        MORE,
        /** Everything about it, and what it said before. */
        DETAILS
    }

    /** Something is to be done with a message; {@code at} is where a menu could open, in the list's coordinates. */
    default void actionWanted(ShownEntry entry, Action action, Point at) {}

    /** A web or mail address is to be opened. */
    default void linkOpened(String address) {}

    /** The message that another one answers is not among the rows, and wanted. */
    default void originalWanted(long seq) {}

    /** The user presses a reaction: to add the same, or to take it back. */
    default void reactionPressed(ShownEntry entry, String emoji) {}

    /** A file or picture is to be opened. */
    default void fileOpened(ShownEntry entry) {}

    /** Somebody's profile is wanted. */
    default void personOpened(String name) {}

    /** Missing entries are wanted. */
    default void gapOpened(long fromSeq) {}

    /** The first row comes near: what was said before it is wanted. Once for each first row. */
    default void olderWanted(long firstSeq) {}

    /** Everything up to an entry has been on the screen; grows only. */
    default void seenUpTo(long seq) {}

    /** The view has come to the end or left it, or rows were added below it. */
    default void endChanged(boolean atEnd, int newBelow) {}
}
