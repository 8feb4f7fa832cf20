package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.dialog.TextChange;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.Point;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JTextPane;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Beside the messages: what the conversation is about, its key, what can be done with it, and its members by role. */
final class DetailsPanel implements DetailsView {
    /** What the user does here. */
    interface Gestures {
        /** A command with the name of a member. */
        void onCommand(String command, String name);

        /** The other mouse button on a member, or the menu key. */
        void onMenu(String name, Point at);
    }

    private static final int SEARCH_FROM = 8;

    private final Ground ground = new Ground(
            new MigLayout("insets 20 12 12 12, wrap, fill, hidemode 3, gap 0 0", "[fill,grow]", ""), "side", "W");
    private final Words words;
    private final JLabel picture = new JLabel();
    private final JLabel title = Controls.label("", "name");
    private final JLabel subtitle = Controls.label("", "small");
    private final JTextPane text = new CentredText("text");
    private final JLabel key = Controls.label("", "small");
    private final JPanel roomButtons = new JPanel(new MigLayout("insets 0, gap 4 0, alignx center"));
    private final JPanel personButtons = new JPanel(new MigLayout("insets 0, gap 4 0, alignx center"));
    private final JTextField search = Controls.style(new JTextField(), "search");
    private final RowList members;
    private @Nullable Details shown;
    private @Nullable Gestures gestures;

    /** {@code actions} finds a command by its id. */
    DetailsPanel(Words words, Function<String, Action> actions) {
        this.words = words;
        members = new RowList("members", words.get("details.members"), "side");
        members.onOpen(row -> run("whois", row.key()));
        members.onMenu(this::openMenu);
        for (JLabel label : List.of(picture, title, subtitle, key)) {
            label.setHorizontalAlignment(JLabel.CENTER);
        }
        for (JPanel row : List.of(roomButtons, personButtons)) {
            row.setOpaque(false);
        }
        roomButtons.add(button(actions.apply("invite"), "user-plus"));
        roomButtons.add(button(actions.apply("pins"), "pin"));
        roomButtons.add(button(actions.apply("mute"), "bell-off"));
        roomButtons.add(button(actions.apply("room"), "settings"));
        roomButtons.add(button(actions.apply("leave"), "log-out"));
        personButtons.add(button(actions.apply("whois"), "user"));
        personButtons.add(button(actions.apply("verify"), "shield-check"));
        personButtons.add(button(actions.apply("pins"), "pin"));
        personButtons.add(button(actions.apply("mute"), "bell-off"));
        Controls.named(search, words.get("details.search")).setName("details.search");
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("details.search"));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 15, "muted"));
        TextChange.on(search, typed -> fill());
        ground.add(picture, "gapbottom 10");
        ground.add(title, "wmin 20, gapbottom 2");
        ground.add(subtitle, "wmin 20, gapbottom 8");
        ground.add(text, "wmin 20, gapbottom 8");
        ground.add(key, "wmin 20, gapbottom 4");
        JPanel buttons = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[grow,fill]", "[]"));
        buttons.setOpaque(false);
        buttons.add(roomButtons, "wrap");
        buttons.add(personButtons);
        ground.add(buttons, "gapbottom 10");
        ground.add(search, "hmin 34");
        ground.add(members.component(), "wmin 20, pushy, growy");
    }

    void setGestures(Gestures heard) {
        gestures = heard;
    }

    JComponent component() {
        return ground;
    }

    JComponent list() {
        return members.list();
    }

    @Override
    public void showDetails(@Nullable Details details) {
        if (Objects.equals(details, shown)) {
            return;
        }
        boolean same = details != null && shown != null && details.title().equals(shown.title());
        shown = details;
        roomButtons.setVisible(details != null && details.isRoom());
        personButtons.setVisible(details != null && !details.isRoom());
        if (!same) {
            search.setText("");
        }
        if (details == null) {
            picture.setIcon(null);
            key.setIcon(null);
            for (JLabel label : List.of(title, subtitle, key)) {
                label.setText("");
            }
            text.setText("");
            members.setEmpty("");
            members.show(List.of());
            search.setVisible(false);
            return;
        }
        picture.setIcon(new AvatarIcon(details.title(), 72, null, "side"));
        title.setText(details.title());
        subtitle.setText(details.subtitle());
        text.setText(details.text());
        text.setVisible(!details.text().isEmpty());
        Controls.named(text, details.text().isEmpty() ? words.get("details.topic") : details.text());
        key.setText(details.key().words());
        key.setToolTipText(details.key().words());
        key.setIcon(Icons.of(details.key().icon(), 14, details.key().colour()));
        search.setVisible(details.members().size() >= SEARCH_FROM);
        fill();
    }

    /** Those whose name holds what is typed, under each other without their headings. */
    private void fill() {
        Details details = shown;
        if (details == null) {
            return;
        }
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        members.setEmpty(details.isRoom() ? words.get("details.nobody") : "");
        members.show(
                wanted.isEmpty()
                        ? details.members()
                        : details.members().stream()
                                .filter(row ->
                                        row.title().toLowerCase(Locale.ROOT).contains(wanted))
                                .map(row -> row.withSection(""))
                                .toList());
    }

    private void openMenu(ListRow row, Point at) {
        Gestures heard = gestures;
        if (heard != null) {
            heard.onMenu(row.key(), at);
        }
    }

    private void run(String command, String name) {
        Gestures heard = gestures;
        if (heard != null) {
            heard.onCommand(command, name);
        }
    }

    private static JButton button(Action action, String icon) {
        return Controls.icon(action, icon, 18, "muted");
    }
}
