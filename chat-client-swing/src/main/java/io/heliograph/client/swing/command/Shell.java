package io.heliograph.client.swing.command;

import io.heliograph.client.swing.theme.Appearance;
import java.util.function.UnaryOperator;

/** What a command can do with the window. Event dispatch thread only. */
public interface Shell {
    void changeAppearance(UnaryOperator<Appearance> change);

    void toggleDetails();

    void showDetails();

    void focusSearch();

    void focusComposer();

    /** To the next region, or the one before. */
    void cycleRegion(boolean forward);

    /** Shows the rooms that can be entered. */
    void askRoom();

    /** Asks with whom to talk. */
    void askPerson();

    void showShortcuts();

    /** Hides everything until the passphrase is given; complains where there is none. */
    void lock();

    /** Sets, changes or takes away the passphrase of the profile. */
    void askPassphrase();

    /** Shows the way in beside what is open. */
    void addServer();

    /** Brings the conversations of another server into the window. */
    void show(Desk desk);

    /** The same for the next of several servers. */
    void showNextServer();

    /** Leaves the server that is shown; what it has sent stays in the profile. */
    void closeServer();

    void quit();
}
