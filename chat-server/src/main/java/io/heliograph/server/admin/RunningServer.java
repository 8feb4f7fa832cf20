package io.heliograph.server.admin;

/** What commands need of the server around the relay. Called on the relay loop; does not block. */
public interface RunningServer {
    /** Stops in order after {@code delayMs}; a later order replaces an earlier one that still waits. */
    void shutdown(long delayMs, String reason);

    /** The link to this server with a token that lets somebody register. */
    String inviteLink(String token);
}
