package io.heliograph.client.swing.search;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.SearchedList;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** A field for a day over those that are often meant. */
final class DateDialog implements DateView {
    private final DialogGround ground;
    private final SearchedList list;
    private final DeskDialog dialog;

    /** {@code chosen} is given the key of a row. */
    DateDialog(DialogGround ground, Consumer<String> typed, Consumer<String> chosen) {
        this.ground = ground;
        Words words = ground.words();
        list = new SearchedList("date", words.get("date.field"), words.get("command.jumptodate"))
                .onTyped(typed)
                .onOpen(row -> chosen.accept(row.key()));
        DeskDialog made = new DeskDialog("date", words.get("command.jumptodate"), list.component());
        dialog = made.trailing(Buttons.plain("date.no", words.get("dialog.cancel"), made::close))
                .standard(Buttons.primary(
                        "date.yes", words.get("date.yes"), () -> list.with(row -> chosen.accept(row.key()))));
    }

    JComponent body() {
        return dialog.body();
    }

    void show() {
        list.field().setText("");
        dialog.show(ground.surface().frame());
        list.field().requestFocusInWindow();
    }

    @Override
    public void showRows(List<ListRow> rows, String empty) {
        list.show(rows, empty);
    }

    @Override
    public void close() {
        dialog.close();
    }
}
