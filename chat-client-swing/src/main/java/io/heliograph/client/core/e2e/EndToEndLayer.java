package io.heliograph.client.core.e2e;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Seals what the user says and opens what others said (protocol.md 13).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
public interface EndToEndLayer {

    /** What is to be sealed: a posting as it stands in the outbox. */
    record Outgoing(
            Target to,
            EntryKind kind,
            MessageId id,
            long refSeq,
            @Nullable MessageId refId,
            Bytes body) {}

    /** Who is told that a conversation can go on. */
    interface Host {
        /** What waited in this conversation may be opened now, or be shown at last; null: in whatever one. */
        void onProgress(@Nullable Target where, long nowNs);

        /** Nobody of that name is there: what waits for keys will wait in vain. */
        void onUnreachable(Target to, String reason, long nowNs);
    }

    /** Call once, before anything else. */
    void begin(RelayRequests relay, Host host);

    // Inputs

    void onWelcome(ServerMessage.Welcome welcome, long nowNs);

    void onConnectionLost();

    /** The state of a conversation is told, for the first time or again. */
    void onConversation(Target where, ConversationState state, long nowNs);

    void onConversationGone(Target where);

    /** The server says in the log of a conversation who came or went. */
    void onNotice(Target where, EntryKind kind, Notice notice, long nowNs);

    /** False if it is not for this layer. */
    boolean onMessage(ServerMessage message, long nowNs);

    /** False if it is not for this layer. */
    boolean execute(ClientCommand command, long nowNs);

    /** The user is about to leave a room or has done something to a member: the roll follows. */
    void onIntent(ClientCommand command, long nowNs);

    void onTimeout(long nowNs);

    // Sealing and opening

    /** True if something can be sealed for {@code to} now; else whatever is missing has been asked for. */
    boolean maySend(Target to, long nowNs);

    /** The sealed body; only after {@link #maySend}. Sends keys ahead where they are needed. */
    Bytes seal(Outgoing outgoing, long nowNs);

    /** The user is in a room by the server's word, and is about to say so in its roll: others will give keys then. */
    boolean isEntering(Target room);

    /** The user has compared the key of {@code name}, and no other one waits. */
    boolean isVerified(String name);

    /** False while the members of the conversation are not known: what is in it is held back for a moment. */
    boolean isReady(Target where);

    /** False while the keys of an entry's author are on their way: it can be opened in a moment. */
    boolean isReadyFor(long conversation, Entry entry, long nowNs);

    /** The id of an entry that was read at any time; null if it never was. {@code loaded} knows some. */
    @Nullable
    MessageId idOf(long conversation, long seq, LongFunction<@Nullable MessageId> loaded);

    /** Opens an entry; {@code idOf} knows the ids of the entries that it may refer to. */
    Disclosed open(Target where, long conversation, Entry entry, LongFunction<@Nullable MessageId> idOf, long nowNs);

    /** The relay has taken an own posting: it is kept as said. */
    void onPosted(Target where, long conversation, Entry opened);

    // Outputs

    /** Writes down what changed; call before anything is acknowledged to the relay. */
    void commit() throws IOException;

    /** Tells the relay what is written down; after {@link #commit}. */
    void acknowledge(long nowNs);

    long nextTimeoutNs(long nowNs);
}
