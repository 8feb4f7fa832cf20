package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets into the outbox what can get to where it is to go.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Postings {
    private final Conversations conversations;
    private final Memberships memberships;
    private final Postbox postbox;
    private final Supplier<String> author;
    private final LongSupplier wallClockMs;

    Postings(
            Conversations conversations,
            Memberships memberships,
            Postbox postbox,
            Supplier<String> author,
            LongSupplier wallClockMs) {
        this.conversations = conversations;
        this.memberships = memberships;
        this.postbox = postbox;
        this.author = author;
        this.wallClockMs = wallClockMs;
    }

    void post(ClientCommand.Posting posting) {
        post(posting.id(), posting.to(), PostingForm.of(posting));
    }

    void post(MessageId id, Target to, PostingForm form) {
        String malformed = to.whyNot();
        String whyNot = whyNot(to);
        if (malformed != null) {
            postbox.refuse(id, RefusalCode.MALFORMED, malformed);
        } else if (whyNot != null) {
            postbox.refuse(id, RefusalCode.NOT_A_MEMBER, whyNot);
        } else {
            Conversation known = conversations.find(to);
            Target named = known == null ? to : known.where();
            postbox.post(id, named, form, author.get(), wallClockMs.getAsLong());
        }
    }

    /** Null if something may be said there, else one line. */
    @Nullable
    String whyNot(Target to) {
        String malformed = to.whyNot();
        boolean outside = malformed == null && to.isRoom() && !memberships.isWanted(to);
        return outside ? "you are not in " + to + ": join it first" : malformed;
    }
}
