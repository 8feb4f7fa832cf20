package io.heliograph.client.swing.actions;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** Asks into which conversation something goes. Event dispatch thread only; shown once. */
final class ForwardDialog {
    private final Desk desk;
    private final JTextField filter = Controls.style(new JTextField(), "search");
    private final RowList rows;
    private final DeskDialog dialog;
    private Consumer<Target> chosen = where -> {};

    ForwardDialog(Words words, Desk desk) {
        this.desk = desk;
        rows = new RowList("forward.rows", words.get("forward.title"), "chat");
        filter.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("forward.filter"));
        filter.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        Controls.named(filter, words.get("forward.filter")).setName("forward.filter");
        filter.getDocument().addDocumentListener(new Typed());
        filter.addActionListener(event -> take());
        JPanel content = new JPanel(new MigLayout("insets 0, wrap, gap 0 10, fill", "[grow,fill,340::]", "[][grow]"));
        content.setOpaque(false);
        content.add(filter);
        content.add(rows.component(), "h 160:300:, grow");
        dialog = new DeskDialog("forward", words.get("forward.title"), content);
        dialog.trailing(Buttons.plain("forward.no", words.get("dialog.cancel"), dialog::close))
                .standard(Buttons.primary("forward.yes", words.get("forward.yes"), this::take));
        rows.onOpen(row -> take());
        refresh();
    }

    void show(Window owner, Consumer<Target> deed) {
        chosen = deed;
        dialog.show(owner);
        filter.requestFocusInWindow();
    }

    DeskDialog dialog() {
        return dialog;
    }

    private void take() {
        ListRow row = rows.selected();
        String key = row == null ? first() : row.key();
        Target where = Target.parse(key);
        if (where != null) {
            dialog.close();
            chosen.accept(where);
        }
    }

    private String first() {
        List<ListRow> all = matching();
        return all.isEmpty() ? "" : all.get(0).key();
    }

    private void refresh() {
        rows.show(matching());
    }

    private List<ListRow> matching() {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        List<ListRow> found = new ArrayList<>();
        for (Place place : desk.model().places()) {
            add(found, place.where(), wanted);
        }
        for (UserEntry person : desk.model().people()) {
            Target where = Target.user(person.name());
            if (!desk.model().isIn(where) && !person.name().equals(desk.model().user())) {
                add(found, where, wanted);
            }
        }
        return found;
    }

    private static void add(List<ListRow> found, Target where, String wanted) {
        if (where.name().toLowerCase(Locale.ROOT).contains(wanted)) {
            String title = SafeText.excerpt(where.name(), 60);
            found.add(ListRow.of(where.address(), ListRow.Picture.of(where.name(), null), title, ""));
        }
    }

    /** Filters at each change. */
    private final class Typed implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            refresh();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            refresh();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            refresh();
        }
    }
}
