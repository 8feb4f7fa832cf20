package io.heliograph.client.swing.start;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.SearchedList;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import javax.swing.JComponent;

/** A field over people and rooms; Enter begins. */
final class StartDialog implements StartView {
    /** What the user does. */
    interface Gestures {
        void onTyped(String text);

        void onChosen(String address);

        /** A room with more to it than a name. */
        void onCreate();

        void onClosed();
    }

    private final DialogGround ground;
    private final SearchedList list;
    private final DeskDialog dialog;

    StartDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        list = new SearchedList("start", words.get("start.field"), words.get("command.new"))
                .onTyped(gestures::onTyped)
                .onOpen(row -> gestures.onChosen(row.key()));
        DeskDialog made = new DeskDialog("start", words.get("command.new"), list.component());
        dialog = made.leading(Buttons.plain("start.create", words.get("rooms.create"), () -> {
                    made.close();
                    gestures.onCreate();
                }))
                .trailing(Buttons.plain("start.close", words.get("dialog.cancel"), made::close))
                .standard(Buttons.primary(
                        "start.yes", words.get("start.yes"), () -> list.with(row -> gestures.onChosen(row.key()))))
                .whenClosed(gestures::onClosed);
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
    public void showPrompt(String prompt) {
        list.setPrompt(prompt);
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
