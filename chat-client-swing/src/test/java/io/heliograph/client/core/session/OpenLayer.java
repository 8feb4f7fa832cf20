package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.Disclosed;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.client.core.e2e.RelayRequests;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Seals nothing, so that a test of the session sees what is said. */
final class OpenLayer implements EndToEndLayer {
    @Override
    public void begin(RelayRequests relay, Host host) {}

    @Override
    public void onWelcome(ServerMessage.Welcome welcome, long nowNs) {}

    @Override
    public void onConnectionLost() {}

    @Override
    public void onConversation(Target where, ConversationState state, long nowNs) {}

    @Override
    public void onConversationGone(Target where) {}

    @Override
    public void onNotice(Target where, EntryKind kind, Notice notice, long nowNs) {}

    @Override
    public boolean onMessage(ServerMessage message, long nowNs) {
        return false;
    }

    @Override
    public boolean execute(ClientCommand command, long nowNs) {
        return false;
    }

    @Override
    public void onIntent(ClientCommand command, long nowNs) {}

    @Override
    public void onTimeout(long nowNs) {}

    @Override
    public boolean maySend(Target to, long nowNs) {
        return true;
    }

    @Override
    public Bytes seal(Outgoing outgoing, long nowNs) {
        return outgoing.body();
    }

    @Override
    public boolean isEntering(Target room) {
        return false;
    }

    @Override
    public boolean isVerified(String name) {
        return false;
    }

    @Override
    public boolean isReady(Target where) {
        return true;
    }

    @Override
    public @Nullable MessageId idOf(long conversation, long seq, LongFunction<@Nullable MessageId> loaded) {
        return loaded.apply(seq);
    }

    @Override
    public boolean isReadyFor(long conversation, Entry entry, long nowNs) {
        return true;
    }

    @Override
    public Disclosed open(
            Target where, long conversation, Entry entry, LongFunction<@Nullable MessageId> idOf, long nowNs) {
        return new Disclosed.Clear(entry, "");
    }

    @Override
    public void onPosted(Target where, long conversation, Entry opened) {}

    @Override
    public void commit() {}

    @Override
    public void acknowledge(long nowNs) {}

    @Override
    public long nextTimeoutNs(long nowNs) {
        return NanoClock.NEVER_NS;
    }
}
