package io.heliograph.client.core.session;

import io.heliograph.client.core.LinkCause;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** What a {@link ServerLink} reports. */
public sealed interface LinkEvent {

    /** An attempt begins. */
    record Connecting(int attempt) implements LinkEvent {}

    /** A new connection: nothing said on an older one counts unless it was answered. */
    record Established(String fingerprint, String words) implements LinkEvent {}

    /** {@code presented} is the fingerprint of a server that proved to be another one, else null. */
    record AttemptFailed(LinkCause cause, @Nullable String presented) implements LinkEvent {}

    /** The server owes an answer; a new attempt runs beside the connection. */
    record Unresponsive(long silentForMs) implements LinkEvent {}

    /** The connection that was silent goes on. */
    record Recovered() implements LinkEvent {}

    /** A message of the relay. */
    record Received(Bytes message) implements LinkEvent {}

    /** The server ended it, or broke the protocol; never the echo of {@link ServerLink#close}. */
    record Closed(int code, String reason) implements LinkEvent {}
}
