package io.heliograph.client.swing.people;

import io.heliograph.client.swing.dialog.ListRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The card of somebody. Event dispatch thread only. */
interface PersonView {
    /** A fact and what it is called. */
    record Fact(String label, String value) {}

    /**
     * All that is shown, safe to show.
     *
     * @param self the user's own card
     */
    record Card(
            String name,
            @Nullable String dot,
            String presence,
            ListRow.Mark trust,
            List<Fact> facts,
            boolean ignored,
            boolean muted,
            boolean self) {
        public Card {
            facts = List.copyOf(facts);
        }
    }

    void showCard(Card card);
}
