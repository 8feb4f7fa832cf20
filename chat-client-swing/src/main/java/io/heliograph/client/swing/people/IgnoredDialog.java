package io.heliograph.client.swing.people;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Whom the user does not hear. */
final class IgnoredDialog {
    private final DialogGround ground;
    private final RowList list;
    private final JButton hear;
    private final DeskDialog dialog;

    /** {@code onHear} is given the name of who is to be heard again. */
    IgnoredDialog(DialogGround ground, Consumer<String> onHear) {
        this.ground = ground;
        Words words = ground.words();
        list = new RowList("ignored", words.get("command.ignored"), "chat");
        list.setEmpty(words.get("ignored.nobody"));
        JPanel content = new JPanel(new MigLayout("insets 0, fill", "[grow,fill,380::]", "[grow,fill]"));
        content.setOpaque(false);
        content.add(list.component(), "h 240");
        hear = Buttons.plain("ignored.hear", words.get("person.unignore"), () -> {
            ListRow row = list.selected();
            if (row != null) {
                onHear.accept(row.key());
            }
        });
        DeskDialog made = new DeskDialog("ignored.dialog", words.get("command.ignored"), content);
        dialog = made.leading(hear).standard(Buttons.plain("ignored.close", words.get("dialog.close"), made::close));
    }

    JComponent body() {
        return dialog.body();
    }

    /** Safe to show; the key of each is the name. */
    void fill(List<ListRow> rows) {
        list.show(rows);
        hear.setEnabled(!rows.isEmpty());
    }

    void show() {
        dialog.show(ground.surface().frame());
    }
}
