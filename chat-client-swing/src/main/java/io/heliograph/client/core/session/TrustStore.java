package io.heliograph.client.core.session;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What this client knows about the identity of its one server. */
public interface TrustStore {
    /** The only fingerprint that may answer; null at first contact. */
    @Nullable
    String expected();

    /** The server proved to have this identity, and the user wants it: from now on it is the expected one. */
    void trust(String fingerprint) throws IOException;

    /** How long the expected identity has been known, for people; empty if nothing is known. */
    String history();
}
