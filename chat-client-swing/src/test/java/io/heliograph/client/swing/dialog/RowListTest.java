package io.heliograph.client.swing.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.client.swing.theme.Snapshots;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowListTest {
    private final List<String> heard = new ArrayList<>();

    @BeforeAll
    static void dress() {
        Snapshots.onEventThread(() -> {
            Snapshots.theme(false);
            return true;
        });
    }

    @Test
    void staysSelectedThroughoutWhenARowIsWordedAnew() {
        Snapshots.onEventThread(() -> {
            RowList rows = new RowList("rows", "Rows", "chat");
            rows.show(List.of(row("a", "1 %"), row("b", "7 %")));
            rows.select("b");
            rows.onSelected(() -> {
                ListRow now = rows.selected();
                heard.add(now == null ? "nothing" : now.key());
            });
            rows.show(List.of(row("a", "2 %"), row("b", "8 %")));
            rows.show(List.of(row("a", "3 %")));
            return true;
        });
        assertEquals(List.of("b", "nothing"), heard);
    }

    private static ListRow row(String key, String line) {
        return ListRow.of(key, ListRow.Picture.icon("upload", "accent"), key, line);
    }
}
