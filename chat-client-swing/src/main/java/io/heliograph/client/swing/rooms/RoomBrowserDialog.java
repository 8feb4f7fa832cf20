package io.heliograph.client.swing.rooms;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.FormPanel;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.dialog.TextChange;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A search field over a list of rooms. */
final class RoomBrowserDialog implements RoomBrowserView {
    /** What the user does. */
    interface Gestures {
        void onFilter(String text);

        void onSelected(@Nullable String room);

        void onEnter(@Nullable String room);

        void onPassword(String room, String password);

        void onCreate();

        void onClosed();
    }

    private final DialogGround ground;
    private final Gestures gestures;
    private final JTextField search = Controls.style(new JTextField(), "search");
    private final RowList list;
    private final JTextArea problem = Controls.paragraph("danger");
    private final JButton enter;
    private final DeskDialog dialog;

    RoomBrowserDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        this.gestures = gestures;
        Words words = ground.words();
        Controls.named(search, words.get("rooms.search")).setName("rooms.search");
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("rooms.search"));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        TextChange.on(search, gestures::onFilter);
        list = new RowList("rooms.list", words.get("rooms.title"), "chat");
        list.onSelected(() -> gestures.onSelected(selected()));
        list.onOpen(row -> gestures.onEnter(row.key()));
        search.addActionListener(event -> list.list().requestFocusInWindow());
        problem.setColumns(40);
        JPanel content =
                new JPanel(new MigLayout("insets 0, wrap, gap 0 10, hidemode 3, fill", "[grow,fill,480::]", ""));
        content.setOpaque(false);
        content.add(search, "hmin 36");
        content.add(list.component(), "growy, pushy, h 380");
        content.add(problem, "wmin 200");
        enter = Buttons.primary("rooms.enter", words.get("rooms.enter"), () -> gestures.onEnter(selected()));
        DeskDialog made = new DeskDialog("rooms", words.get("rooms.title"), content);
        dialog = made.leading(Buttons.plain("rooms.create", words.get("rooms.create"), gestures::onCreate))
                .trailing(Buttons.plain("rooms.close", words.get("dialog.close"), made::close))
                .standard(enter)
                .whenClosed(gestures::onClosed);
        showChoice("");
        showProblem("");
    }

    JComponent body() {
        return dialog.body();
    }

    void show(String pattern) {
        search.setText(pattern);
        dialog.show(ground.surface().frame());
    }

    @Override
    public void showRooms(List<ListRow> rows, String empty) {
        list.setEmpty(empty);
        list.show(rows);
    }

    @Override
    public void showChoice(String deed) {
        enter.setEnabled(!deed.isEmpty());
        if (!deed.isEmpty()) {
            enter.setText(deed);
        }
    }

    @Override
    public void askPassword(String room) {
        Words words = ground.words();
        FormPanel form = new FormPanel();
        JPasswordField password = form.secret("rooms.password", words.get("rooms.password", room));
        form.end();
        DeskDialog asking = new DeskDialog("rooms.ask", words.get("rooms.enter"), form.component());
        asking.trailing(Buttons.plain("rooms.ask.no", words.get("dialog.cancel"), asking::close))
                .standard(Buttons.primary("rooms.ask.yes", words.get("rooms.enter"), () -> {
                    asking.close();
                    gestures.onPassword(room, new String(password.getPassword()));
                }))
                .show(ground.surface().frame());
    }

    @Override
    public void showProblem(String line) {
        problem.setText(line);
        problem.setVisible(!line.isEmpty());
        Controls.named(problem, line);
        dialog.fit();
    }

    @Override
    public void close() {
        dialog.close();
    }

    private @Nullable String selected() {
        ListRow row = list.selected();
        return row == null ? null : row.key();
    }
}
