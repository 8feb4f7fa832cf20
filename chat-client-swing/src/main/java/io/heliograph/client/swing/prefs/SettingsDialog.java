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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.swing.JComponent;
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

    private final Map<String, Supplier<PageForm>> makers;
    private final Executor events;
    private final Map<String, PageForm> made = new LinkedHashMap<>();
    private final RowList list;
    private final CardLayout cards = new CardLayout();
    private final JPanel deck = new JPanel(cards);
    private final List<ListRow> rows = new ArrayList<>();
    private final DeskDialog dialog;

    SettingsDialog(Words words, Map<String, Supplier<PageForm>> makers, Executor events) {
        this.makers = makers;
        this.events = events;
        list = new RowList("prefs.pages", words.get("prefs.pages"), "side");
        for (String page : makers.keySet()) {
            String title = words.get("prefs.page." + page);
            String icon = ICONS.getOrDefault(page, "settings");
            rows.add(new ListRow(page, ListRow.Picture.icon(icon, "muted"), title, "", "", "", null));
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

    /** The window comes at once, and its page in the next turn. */
    void show(Window owner, String page) {
        dialog.show(owner);
        events.execute(() -> prepare(page));
        list.list().requestFocusInWindow();
    }

    /** Everything as it is now, at {@code page}. */
    void prepare(String page) {
        list.select(page);
        follow();
    }

    JComponent body() {
        return dialog.body();
    }

    boolean isShown() {
        return dialog.isShown();
    }

    void follow() {
        made.values().forEach(PageForm::follow);
    }

    private void onSelected() {
        ListRow row = list.selected();
        Supplier<PageForm> maker = row == null ? null : makers.get(row.key());
        if (row != null && maker != null) {
            // Each page is made when it is first looked at: all at once would take too long for one turn.
            if (!made.containsKey(row.key())) {
                PageForm page = maker.get();
                page.follow();
                made.put(row.key(), page);
                JComponent shown = page.component();
                shown.applyComponentOrientation(deck.getComponentOrientation());
                deck.add(shown, row.key());
            }
            cards.show(deck, row.key());
        }
    }
}
