package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import java.awt.Window;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** How far a message has come, and who has read it; follows what happens while it is open. */
final class InfoDialog {
    private final MessageInfo info;
    private final Desk desk;
    private final Target where;
    private final ShownEntry entry;
    private final JTextArea lines = Controls.paragraph("text");
    private final RowList people;
    private final DeskDialog dialog;

    InfoDialog(Words words, MessageInfo info, Desk desk, Target where, ShownEntry entry) {
        this.info = info;
        this.desk = desk;
        this.where = where;
        this.entry = entry;
        people = new RowList("info.people", words.get("info.people"), "chat");
        people.setEmpty(words.get("info.nobody"));
        JPanel content = new JPanel(new MigLayout("insets 0, wrap, gap 0 12, fill", "[grow,fill,340::]", "[][grow]"));
        content.setOpaque(false);
        lines.setColumns(34);
        content.add(Controls.named(lines, words.get("info.title")), "wmin 200");
        content.add(people.component(), "h 120:220:, grow");
        dialog = new DeskDialog("info", words.get("info.title"), content);
        dialog.standard(Buttons.primary("info.close", words.get("dialog.ok"), dialog::close));
        refresh();
    }

    void show(Window owner) {
        desk.submit(new ClientCommand.AskMembers(where));
        dialog.show(owner);
    }

    DeskDialog dialog() {
        return dialog;
    }

    void onEvent(ClientEvent event) {
        boolean about = event instanceof ClientEvent.MembersShown || event instanceof ClientEvent.ReceiptsChanged;
        if (about && dialog.isShown()) {
            refresh();
        }
    }

    private void refresh() {
        Place place = desk.model().place(where);
        ShownEntry now = entry.seq() > 0 ? place.find(entry.seq()) : null;
        ShownEntry shown = now == null ? entry : now;
        lines.setText(String.join("\n", info.lines(shown, place)));
        people.show(info.people(shown, place, desk.model().user()));
    }
}
