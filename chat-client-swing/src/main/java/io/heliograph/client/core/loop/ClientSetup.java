package io.heliograph.client.core.loop;

import io.heliograph.client.core.files.Ignored;
import io.heliograph.client.core.files.Thumbnails;
import io.heliograph.client.core.session.OutboxStore;
import io.heliograph.client.core.session.SessionConfig;
import io.heliograph.client.core.session.TrustStore;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * What a client is made of.
 *
 * @param server where the server was found
 * @param device the key of this profile
 * @param store what the session keeps; its commits are its own
 * @param history what was said, as this client has read it
 * @param files where fetched files go, and what makes small pictures
 * @param random thread-safe
 */
public record ClientSetup(
        SessionConfig session,
        InetSocketAddress server,
        IdentityKeyPair device,
        OutboxStore outbox,
        TrustStore trust,
        LocalStore store,
        History history,
        Files files,
        RandomSource random) {

    /**
     * What files need of their face.
     *
     * @param usualFolder where fetched ones go before the user names another folder
     * @param ignored thread-safe
     */
    public record Files(Path usualFolder, Thumbnails thumbnails, Ignored ignored) {}
}
