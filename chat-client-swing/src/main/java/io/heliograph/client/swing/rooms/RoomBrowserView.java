package io.heliograph.client.swing.rooms;

import io.heliograph.client.swing.dialog.ListRow;
import java.util.List;

/** The rooms of the server. Event dispatch thread only. */
interface RoomBrowserView {
    /** {@code empty} stands there where there are no rows. */
    void showRooms(List<ListRow> rows, String empty);

    /** What the button says; empty where nothing is selected. */
    void showChoice(String deed);

    /** Asks for the password of a room. */
    void askPassword(String room);

    /** Empty for nothing wrong. */
    void showProblem(String line);

    void close();
}
