package io.heliograph.client.swing.prefs;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.words.Words;
import java.awt.CardLayout;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The pages beside their list. What is changed takes effect at once: there is nothing to confirm. */
final class SettingsDialog {
    private static final Map<String, String> ICONS = Map.of(
            "look", "contrast",
            "writing", "square-pen",
            "notify", "bell",
            "privacy", "shield",
            "files", "folder",
            "about", "info");

    private final Map<String, PageForm> pages;
    private final RowList list;
    private final CardLayout cards = new CardLayout();
    private final JPanel deck = new JPanel(cards);
    private final List<ListRow> rows = new ArrayList<>();
    private final DeskDialog dialog;

    SettingsDialog(Words words, Map<String, PageForm> pages) {
        this.pages = pages;
        list = new RowList("prefs.pages", words.get("prefs.pages"), "side");
        for (Map.Entry<String, PageForm> page : pages.entrySet()) {
            String title = words.get("prefs.page." + page.getKey());
            String icon = ICONS.getOrDefault(page.getKey(), "settings");
            rows.add(new ListRow(page.getKey(), ListRow.Picture.icon(icon, "muted"), title, "", "", "", null));
            deck.add(page.getValue().component(), page.getKey());
        }
        list.show(rows);
        list.onSelected(this::onSelected);
        JPanel content = new JPanel(new MigLayout("insets 0, fill, gap 20", "[240!,fill][500!,fill]", "[460!,fill]"));
        content.setOpaque(false);
        content.add(list.component());
        content.add(deck);
        dialog = new DeskDialog("prefs", words.get("command.settings"), content);
        dialog.standard(Buttons.primary("prefs.close", words.get("note.close"), dialog::close));
        Controls.named(deck, words.get("command.settings"));
    }

    void show(Window owner, String page) {
        follow();
        dialog.show(owner);
        list.select(page);
        list.list().requestFocusInWindow();
    }

    boolean isShown() {
        return dialog.isShown();
    }

    void follow() {
        pages.values().forEach(PageForm::follow);
    }

    private void onSelected() {
        ListRow row = list.selected();
        if (row != null) {
            cards.show(deck, row.key());
        }
    }
}
