package io.heliograph.client.core.session;

import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The session's connection to the relay. Implemented over {@code ClientEndpoint}, and by a relay written by hand in
 * tests.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
public interface ServerLink {
    /** What {@link #roundTripMs} says before anything was measured. */
    long UNKNOWN_RTT_MS = -1;

    // Commands

    /** Begins an attempt unless one is under way or a connection stands. */
    void connect(long nowNs);

    /** From the next attempt on only this identity is taken. */
    void expect(String fingerprint);

    /** Reliable and in order; false, and nothing is sent, without a connection. */
    boolean send(Bytes message, long nowNs);

    /** Reliable and in order among its like, and never ahead of anything else; false without a connection. */
    boolean sendFile(Bytes message, long nowNs);

    /** May be lost. */
    void sendDatagram(Bytes message);

    /** Ends the connection, or the attempt, at once for the session; the notice goes out afterwards. */
    void close(int code, String reason, long nowNs);

    // Outputs

    @Nullable
    LinkEvent pollEvent();

    // Queries

    /** Signs the login on the connection that stands (protocol.md 7.1). */
    DeviceProof proveLogin(String name);

    /** What {@link #sendFile} has taken and the connection has not sent yet. */
    long queuedFileBytes();

    long roundTripMs();

    int lossPermille();
}
