package io.heliograph.client.core.session;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.client.core.e2e.EndToEndLayer.Outgoing;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The last step of a posting before it goes out: sealed for those who may read it (protocol.md 13.5).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Sealing {
    /** {@code whyNot} is empty, or why it can never go. */
    record Sealed(Bytes body, String whyNot) {}

    private final EndToEndLayer layer;
    private final Conversations conversations;

    Sealing(EndToEndLayer layer, Conversations conversations) {
        this.layer = layer;
        this.conversations = conversations;
    }

    /** What is said to {@code to} is taken by the relay, and can be sealed. */
    boolean mayGo(Target to, long nowNs) {
        return conversations.isOpen(to) && layer.maySend(to, nowNs);
    }

    Sealed seal(OutboxEntry entry, long nowNs) {
        if (entry.kind() == EntryKind.DELETE) {
            return new Sealed(entry.body(), "");
        }
        boolean message = entry.kind() == EntryKind.MESSAGE;
        Body.Text said = message ? Texts.text(entry.body()) : null;
        long meantSeq = message ? (said == null ? 0 : said.replyToSeq()) : entry.refSeq();
        MessageId meant = meantSeq == 0 ? null : idOf(entry.to(), meantSeq);
        if (meant == null && meantSeq > 0) {
            // Readers check that the server has put it to the message that was meant.
            return new Sealed(
                    Bytes.EMPTY, RefusalCode.NO_SUCH_ENTRY + ": load the message that this is about first (/history)");
        }
        Outgoing outgoing = new Outgoing(entry.to(), entry.kind(), entry.id(), entry.refSeq(), meant, entry.body());
        return new Sealed(layer.seal(outgoing, nowNs), "");
    }

    private @Nullable MessageId idOf(Target where, long seq) {
        Conversation conversation = conversations.find(where);
        return conversation == null ? null : layer.idOf(conversation.state().id(), seq, conversation::idOf);
    }
}
