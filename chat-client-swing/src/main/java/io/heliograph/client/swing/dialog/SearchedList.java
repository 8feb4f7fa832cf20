package io.heliograph.client.swing.dialog;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.theme.Icons;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A field over a list that it narrows: the arrows move in the list while one types. Event dispatch thread only. */
public final class SearchedList {
    private final JTextField field = Controls.style(new JTextField(), "search");
    private final RowList list;
    private final JPanel content =
            new JPanel(new MigLayout("insets 0, wrap, gap 0 10, fill", "[grow,fill,420::]", "[][grow,fill]"));

    /** {@code prompt} stands in the field, {@code spoken} names the list for screen readers. */
    public SearchedList(String name, String prompt, String spoken) {
        list = new RowList(name + ".rows", spoken, "chat");
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        field.setName(name + ".field");
        setPrompt(prompt);
        bind("DOWN", 1);
        bind("UP", -1);
        content.setOpaque(false);
        content.add(field, "hmin 36");
        content.add(list.component(), "h 200:340:, grow");
    }

    /** What stands in the field while nothing is typed. */
    public void setPrompt(String prompt) {
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, prompt);
        Controls.named(field, prompt);
    }

    public JComponent component() {
        return content;
    }

    public JTextField field() {
        return field;
    }

    public RowList list() {
        return list;
    }

    public SearchedList onTyped(Consumer<String> told) {
        TextChange.on(field, told);
        return this;
    }

    /** Enter in the field or the list, or a double click; the first row where none is selected. */
    public SearchedList onOpen(Consumer<ListRow> deed) {
        list.onOpen(deed);
        field.addActionListener(event -> with(deed));
        return this;
    }

    /** Does it with the row that is selected, else with the first. */
    public void with(Consumer<ListRow> deed) {
        ListRow row = list.selected();
        ListRow meant = row == null ? list.first() : row;
        if (meant != null) {
            deed.accept(meant);
        }
    }

    public void show(List<ListRow> rows, String empty) {
        list.setEmpty(empty);
        list.show(rows);
    }

    public @Nullable ListRow selected() {
        return list.selected();
    }

    private void bind(String key, int step) {
        field.getInputMap().put(KeyStroke.getKeyStroke(key), "move" + step);
        field.getActionMap().put("move" + step, new Deed("", () -> list.move(step)));
    }
}
