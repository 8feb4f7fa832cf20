package io.heliograph.client.swing.actions;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.SearchedList;
import io.heliograph.client.swing.words.Words;
import java.awt.Window;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;

/** Asks into which conversations something goes. Event dispatch thread only; shown once. */
final class ForwardDialog implements ForwardPresenter.View {
    private final SearchedList list;
    private final JButton yes;
    private final ForwardPresenter presenter;
    private final DeskDialog dialog;
    private Consumer<List<Target>> chosen = targets -> {};

    ForwardDialog(Words words, Desk desk) {
        list = new SearchedList("forward", words.get("forward.filter"), words.get("forward.title"));
        yes = Buttons.primary("forward.yes", words.get("forward.yes"), this::take);
        presenter = new ForwardPresenter(this, desk);
        list.onTyped(presenter::onTyped).onOpen(row -> take());
        list.list().onPress(row -> presenter.onMarked(row.key()));
        dialog = new DeskDialog("forward", words.get("forward.title"), list.component());
        dialog.trailing(Buttons.plain("forward.no", words.get("dialog.cancel"), dialog::close))
                .standard(yes);
    }

    void show(Window owner, Consumer<List<Target>> deed) {
        chosen = deed;
        dialog.show(owner);
        list.field().requestFocusInWindow();
    }

    DeskDialog dialog() {
        return dialog;
    }

    /** For pictures. */
    ForwardPresenter presenter() {
        return presenter;
    }

    @Override
    public void showRows(List<ListRow> rows, String empty) {
        list.show(rows, empty);
    }

    @Override
    public void showDeed(String text) {
        yes.setText(text);
        Controls.named(yes, text);
    }

    private void take() {
        ListRow row = list.selected() == null ? list.list().first() : list.selected();
        List<Target> targets = presenter.targets(row == null ? null : row.key());
        if (!targets.isEmpty()) {
            dialog.close();
            chosen.accept(targets);
        }
    }
}
