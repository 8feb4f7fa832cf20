package io.heliograph.client.swing.admin;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.Confirmation;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.LinkPanel;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.BorderLayout;
import java.awt.ComponentOrientation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** A tab for each page, and under them a line for what no page offers. */
final class AdminDialog implements AdminView {
    /** What the user does. */
    interface Gestures {
        void onPage(AdminPage page);

        void onDeed(AdminDeed deed, String name);

        void onInvite(int uses, String duration);

        void onAnnounce(String text);

        void onLine(String line);
    }

    private final DialogGround ground;
    private final JTabbedPane tabs = new JTabbedPane();
    private final Map<AdminPage, JPanel> places = new EnumMap<>(AdminPage.class);
    private final Map<AdminPage, AdminPagePanel> pages = new EnumMap<>(AdminPage.class);
    private final Gestures gestures;
    private final JLabel answer = Controls.label(" ", "");
    private final JTextField line = Controls.style(new JTextField(), "form");
    private final DeskDialog dialog;

    AdminDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        this.gestures = gestures;
        Words words = ground.words();
        // From right to left, tabs that scroll hide the first of them.
        boolean scrolls = ComponentOrientation.getOrientation(words.locale()).isLeftToRight();
        tabs.setTabLayoutPolicy(scrolls ? JTabbedPane.SCROLL_TAB_LAYOUT : JTabbedPane.WRAP_TAB_LAYOUT);
        tabs.setName("admin.tabs");
        Controls.named(tabs, words.get("command.admin"));
        for (AdminPage page : AdminPage.values()) {
            JPanel place = new JPanel(new BorderLayout());
            place.setOpaque(false);
            places.put(page, place);
            tabs.addTab(words.get("admin.page." + page.name().toLowerCase(Locale.ROOT)), place);
        }
        tabs.addChangeListener(event -> {
            AdminPage page = List.of(AdminPage.values()).get(tabs.getSelectedIndex());
            panel(page);
            gestures.onPage(page);
        });
        line.setName("admin.line");
        Controls.named(line, words.get("admin.line"));
        line.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("admin.line"));
        line.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("terminal", 16, "muted"));
        line.addActionListener(event -> {
            gestures.onLine(line.getText());
            line.setText("");
        });
        answer.setName("admin.answer");
        JPanel content =
                new JPanel(new MigLayout("insets 0, wrap, gap 0 8, fill", "[grow,fill,640::]", "[grow,fill][][]"));
        content.setOpaque(false);
        content.add(tabs, "h 420");
        content.add(answer, "wmin 200");
        content.add(line);
        DeskDialog made = new DeskDialog("admin", words.get("command.admin"), content);
        dialog = made.trailing(Buttons.plain("admin.close", words.get("dialog.close"), made::close));
    }

    JComponent body() {
        return dialog.body();
    }

    void select(AdminPage page) {
        tabs.setSelectedIndex(List.of(AdminPage.values()).indexOf(page));
    }

    void show(AdminPage page) {
        select(page);
        dialog.show(ground.surface().frame());
    }

    @Override
    public void showRows(AdminPage page, List<ListRow> rows, String total) {
        panel(page).showRows(rows, total);
    }

    @Override
    public void showText(AdminPage page, String text) {
        panel(page).showText(text);
    }

    @Override
    public void showAnswer(String text, boolean wrong) {
        answer.setText(text.isEmpty() ? " " : text);
        answer.setIcon(
                text.isEmpty()
                        ? null
                        : Icons.of(wrong ? "triangle-alert" : "circle-check", 16, wrong ? "danger" : "online"));
        answer.setToolTipText(text.isEmpty() ? null : text);
    }

    @Override
    public void showInvite(String link, String about) {
        LinkPanel panel = new LinkPanel(ground.words(), "admin.link", about);
        panel.show(link, ground.worker(), ground.events());
        DeskDialog shown = new DeskDialog("admin.invite", ground.words().get("admin.invite"), panel.component());
        shown.standard(Buttons.plain("admin.invite.close", ground.words().get("dialog.close"), shown::close))
                .show(ground.surface().frame());
    }

    @Override
    public void confirm(String question, String yes, Runnable deed) {
        Confirmation.ask(
                ground.surface().frame(),
                ground.words(),
                new Confirmation.Question("admin.confirm", yes, question, yes, true),
                deed);
    }

    /** Made when it is first looked at: all of them at once take too long. */
    private AdminPagePanel panel(AdminPage page) {
        AdminPagePanel known = pages.get(page);
        JPanel place = places.get(page);
        if (known != null || place == null) {
            return Objects.requireNonNull(known);
        }
        AdminPagePanel made = new AdminPagePanel(page, ground.words(), gestures);
        pages.put(page, made);
        place.add(made.component(), BorderLayout.CENTER);
        place.applyComponentOrientation(tabs.getComponentOrientation());
        place.revalidate();
        return made;
    }
}
