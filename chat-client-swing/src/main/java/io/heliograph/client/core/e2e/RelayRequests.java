package io.heliograph.client.core.e2e;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ServerMessage;
import java.util.function.IntFunction;

/** What the end-to-end layer says to the relay. What is not answered before the connection is lost never is. */
public interface RelayRequests {
    /** What happens with the answer to a request. */
    interface Answer {
        /** {@link ServerMessage.Refused}, or the answer that belongs to the request. */
        void on(ServerMessage message, long nowNs);
    }

    /** Asks; nothing happens while there is no connection. */
    void ask(IntFunction<ClientMessage> message, Answer answer, long nowNs);

    /** Says something that is not answered. */
    void say(ClientMessage message, long nowNs);
}
