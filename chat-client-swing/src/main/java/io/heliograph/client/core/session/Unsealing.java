package io.heliograph.client.core.session;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.EndToEndLayer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has conversations go on when keys or members are known that were not.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Unsealing implements EndToEndLayer.Host {
    private final Conversations conversations;
    private final Memberships memberships;
    private final Postbox postbox;

    Unsealing(Conversations conversations, Memberships memberships, Postbox postbox) {
        this.conversations = conversations;
        this.memberships = memberships;
        this.postbox = postbox;
    }

    @Override
    public void onProgress(@Nullable Target where, long nowNs) {
        memberships.onProgress();
        if (where == null) {
            List.copyOf(conversations.all()).forEach(conversation -> conversation.onProgress(nowNs));
            return;
        }
        Conversation conversation = conversations.find(where);
        if (conversation != null) {
            conversation.onProgress(nowNs);
        }
    }

    @Override
    public void onUnreachable(Target to, String reason, long nowNs) {
        postbox.failAll(to, reason);
        Conversation conversation = conversations.find(to);
        if (conversation != null) {
            conversation.onHopeless(nowNs);
        }
    }
}
