package io.heliograph.client.swing.rooms;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A list of pinned messages. */
final class PinsDialog implements PinsPresenter.View {
    /** What the user does. */
    interface Gestures {
        void onUnpin(String seq);

        void onShow(String seq);

        void onClosed();
    }

    private final DialogGround ground;
    private final RowList list;
    private final JButton unpin;
    private final DeskDialog dialog;

    PinsDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        list = new RowList("pins", words.get("command.pins"), "chat");
        list.onOpen(row -> gestures.onShow(row.key()));
        JPanel content = new JPanel(new MigLayout("insets 0, fill", "[grow,fill,440::]", "[grow,fill]"));
        content.setOpaque(false);
        content.add(list.component(), "h 280");
        unpin = Buttons.plain("pins.unpin", words.get("pins.unpin"), () -> {
            ListRow row = list.selected();
            if (row != null) {
                gestures.onUnpin(row.key());
            }
        });
        DeskDialog made = new DeskDialog("pins.dialog", words.get("command.pins"), content);
        dialog = made.leading(unpin)
                .standard(Buttons.plain("pins.close", words.get("dialog.close"), made::close))
                .whenClosed(gestures::onClosed);
    }

    JComponent body() {
        return dialog.body();
    }

    void show() {
        dialog.show(ground.surface().frame());
    }

    @Override
    public void showPins(List<ListRow> rows, String empty, boolean canUnpin) {
        list.setEmpty(empty);
        list.show(rows);
        unpin.setVisible(canUnpin && !rows.isEmpty());
    }
}
