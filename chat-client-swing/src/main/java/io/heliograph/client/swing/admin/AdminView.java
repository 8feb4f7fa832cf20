package io.heliograph.client.swing.admin;

import io.heliograph.client.swing.dialog.ListRow;
import java.util.List;

/** The pages. Event dispatch thread only. */
interface AdminView {
    /** A page of rows; {@code total} counts them. */
    void showRows(AdminPage page, List<ListRow> rows, String total);

    /** A page of text, safe to show. */
    void showText(AdminPage page, String text);

    /** What the last command has said; {@code wrong}: it was not done. */
    void showAnswer(String line, boolean wrong);

    /** A link that lets a newcomer in, with what was said of it. */
    void showInvite(String link, String about);

    /** Asks before {@code line} is carried out; {@code question} names what it is done to. */
    void confirm(String question, String yes, Runnable deed);
}
