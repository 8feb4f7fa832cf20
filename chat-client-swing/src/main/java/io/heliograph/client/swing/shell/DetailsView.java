package io.heliograph.client.swing.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands beside the messages. Event dispatch thread only. */
interface DetailsView {
    /**
     * A member; {@code role} heads the section that the member is the first of, else empty.
     *
     * @param state in words
     */
    record Member(
            String name,
            String role,
            String state,
            @Nullable String dot) {}

    /** Everything about a conversation, safe to show; {@code members} is empty for one of two. */
    record Details(String title, String subtitle, String text, String keyWords, List<Member> members) {
        public Details {
            members = List.copyOf(members);
        }
    }

    void showDetails(@Nullable Details details);
}
