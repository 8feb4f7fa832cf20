package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ClientEvent.VersionsShown.Version;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Everything about a message: its way, its sealing, earlier texts, who has it; follows what happens meanwhile. */
final class InfoDialog {
    private static final int VALUE_COLUMNS = 30;

    private final MessageInfo info;
    private final Desk desk;
    private final Target where;
    private final ShownEntry entry;
    private final JPanel fields =
            new JPanel(new MigLayout("insets 0, wrap 2, gap 16 6, fillx", "[][grow,fill]", "top"));
    private final RowList people;
    private final DeskDialog dialog;
    private List<Version> versions = List.of();
    private List<MessageInfo.Field> shown = List.of();

    InfoDialog(Words words, MessageInfo info, Desk desk, Target where, ShownEntry entry) {
        this.info = info;
        this.desk = desk;
        this.where = where;
        this.entry = entry;
        people = new RowList("info.people", words.get("info.people"), "chat");
        people.setEmpty(words.get("info.nobody"));
        JPanel content = new JPanel(new MigLayout("insets 0, wrap, gap 0 14, fill", "[grow,fill,440::]", "[][grow]"));
        content.setOpaque(false);
        fields.setOpaque(false);
        content.add(fields);
        content.add(people.component(), "h 140:260:, grow");
        dialog = new DeskDialog("info", words.get("info.title"), content);
        dialog.standard(Buttons.primary("info.close", words.get("dialog.ok"), dialog::close));
        refresh();
    }

    void show(Window owner) {
        desk.submit(new ClientCommand.AskMembers(where));
        if (entry.edited()) {
            desk.submit(new ClientCommand.ShowVersions(where, entry.seq()));
        }
        dialog.show(owner);
    }

    DeskDialog dialog() {
        return dialog;
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.VersionsShown told
                && told.seq() == entry.seq()
                && told.where().key().equals(where.key())) {
            versions = told.versions();
            refresh();
        } else if (dialog.isShown()
                && (event instanceof ClientEvent.MembersShown || event instanceof ClientEvent.ReceiptsChanged)) {
            refresh();
        }
    }

    private void refresh() {
        Place place = desk.model().place(where);
        ShownEntry now = entry.seq() > 0 ? place.find(entry.seq()) : null;
        ShownEntry current = now == null ? entry : now;
        fill(info.fields(current, place, desk.model().trustIn(entry.from())));
        List<ListRow> rows = new ArrayList<>(info.versions(versions));
        rows.addAll(info.people(current, place, desk.model().user()));
        people.show(rows);
    }

    private void fill(List<MessageInfo.Field> fresh) {
        if (fresh.equals(shown)) {
            return;
        }
        shown = fresh;
        fields.removeAll();
        for (MessageInfo.Field field : fresh) {
            JTextArea value = Controls.paragraph("text");
            value.setColumns(VALUE_COLUMNS);
            value.setText(field.value());
            JLabel label = Controls.label(field.label(), "small");
            label.setLabelFor(value);
            fields.add(label);
            fields.add(Controls.named(value, field.value()), "wmin 120");
        }
        fields.applyComponentOrientation(fields.getComponentOrientation());
        fields.revalidate();
    }
}
