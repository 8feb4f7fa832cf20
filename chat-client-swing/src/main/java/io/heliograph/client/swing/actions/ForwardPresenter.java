package io.heliograph.client.swing.actions;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where something goes: one conversation, or several that are marked. Knows no component. */
final class ForwardPresenter {
    /** What shows it. */
    interface View {
        void showRows(List<ListRow> rows, String empty);

        /** The words of the button. */
        void showDeed(String text);
    }

    private final View view;
    private final Desk desk;
    private final Map<String, Target> chosen = new LinkedHashMap<>();
    private String typed = "";

    ForwardPresenter(View view, Desk desk) {
        this.view = view;
        this.desk = desk;
        refresh();
    }

    void onTyped(String text) {
        typed = text.strip().toLowerCase(Locale.ROOT);
        refresh();
    }

    /** Marks the row of that key, or takes the mark back. */
    void onMarked(String address) {
        Target where = Target.parse(address);
        if (where != null && chosen.remove(where.key()) == null) {
            chosen.put(where.key(), where);
        }
        refresh();
    }

    /** Those that are marked, else the one of {@code address}. */
    List<Target> targets(@Nullable String address) {
        Target one = address == null ? null : Target.parse(address);
        return chosen.isEmpty() && one != null ? List.of(one) : List.copyOf(chosen.values());
    }

    private void refresh() {
        List<ListRow> rows = new ArrayList<>();
        for (Place place : desk.model().places()) {
            add(rows, place.where());
        }
        for (UserEntry person : desk.model().people()) {
            Target where = Target.user(person.name());
            if (!desk.model().isIn(where) && !person.name().equals(desk.model().user())) {
                add(rows, where);
            }
        }
        view.showRows(rows, desk.words().get("start.nothing"));
        int count = chosen.size();
        view.showDeed(
                count == 0 ? desk.words().get("forward.yes") : desk.words().get("forward.count", count));
    }

    private void add(List<ListRow> rows, Target where) {
        boolean marked = chosen.containsKey(where.key());
        // What is marked stays in view whatever is typed: nothing goes where nobody looks.
        if (marked || where.name().toLowerCase(Locale.ROOT).contains(typed)) {
            String title = SafeText.excerpt(where.name(), 60);
            ListRow.Mark mark = marked
                    ? new ListRow.Mark("circle-check", "accent", desk.words().get("forward.marked"))
                    : null;
            rows.add(ListRow.of(where.address(), ListRow.Picture.of(title, null), title, "")
                    .withMark(mark));
        }
    }
}
