package io.heliograph.client.swing.rooms;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.LinkPanel;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.dialog.TextChange;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** People on one side, the link on the other. */
final class InviteDialog implements InvitePresenter.View {
    /** What the user does. */
    interface Gestures {
        void onFilter(String text);

        void onInvite(String name);
    }

    private final DialogGround ground;
    private final JPanel content = new JPanel(new MigLayout("insets 0, fill, hidemode 3, gap 28 0", "", "[grow,fill]"));
    private final JPanel people =
            new JPanel(new MigLayout("insets 0, wrap, gap 0 10, hidemode 3, fill", "[grow,fill,300::]", ""));
    private final JTextField search = Controls.style(new JTextField(), "search");
    private final RowList list;
    private final JTextArea about = Controls.paragraph("muted");
    private final JTextArea problem = Controls.paragraph("danger");
    private final JPanel linkSide = new JPanel(new MigLayout("insets 0, wrap, fillx", "[grow,fill,320::]"));
    private final JButton invite;
    private final DeskDialog dialog;

    InviteDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        Controls.named(search, words.get("invite.search")).setName("invite.search");
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("invite.search"));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        TextChange.on(search, gestures::onFilter);
        list = new RowList("invite.list", words.get("side.people"), "chat");
        list.onOpen(row -> gestures.onInvite(row.key()));
        people.setOpaque(false);
        content.setOpaque(false);
        linkSide.setOpaque(false);
        about.setColumns(28);
        problem.setColumns(28);
        people.add(about, "wmin 160");
        people.add(search, "hmin 36");
        people.add(list.component(), "growy, pushy, h 260");
        people.add(problem, "wmin 160");
        content.add(people, "grow, push");
        content.add(linkSide, "growy, aligny top");
        DeskDialog made = new DeskDialog("invite", words.get("command.invite"), content);
        invite = Buttons.primary("invite.ok", words.get("invite.ok"), () -> {
            ListRow row = list.selected();
            if (row != null) {
                gestures.onInvite(row.key());
            }
        });
        list.onSelected(() -> invite.setEnabled(list.selected() != null));
        invite.setEnabled(false);
        dialog = made.trailing(Buttons.plain("invite.close", words.get("dialog.close"), made::close))
                .standard(invite);
    }

    JComponent body() {
        return dialog.body();
    }

    void show() {
        dialog.show(ground.surface().frame());
    }

    @Override
    public void open(String room, String link, String aboutLink) {
        people.setVisible(!room.isEmpty());
        invite.setVisible(!room.isEmpty());
        search.setText("");
        String line = ground.words().get("invite.about", room);
        about.setText(line);
        Controls.named(about, line);
        LinkPanel panel = new LinkPanel(ground.words(), "invite.link", aboutLink);
        panel.show(link, ground.worker(), ground.events());
        linkSide.removeAll();
        linkSide.add(panel.component());
        dialog.fit();
    }

    @Override
    public void showPeople(List<ListRow> rows, String empty) {
        list.setEmpty(empty);
        list.show(rows);
    }

    @Override
    public void showProblem(String line) {
        problem.setText(line);
        problem.setVisible(!line.isEmpty());
        dialog.fit();
    }
}
