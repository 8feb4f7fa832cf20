package io.heliograph.client.core.loop;

import io.heliograph.client.core.session.OutboxStore;
import io.heliograph.client.core.session.SessionConfig;
import io.heliograph.client.core.session.TrustStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import java.net.InetSocketAddress;

/**
 * What a client is made of.
 *
 * @param server where the server was found
 * @param device the key of this profile
 * @param random thread-safe
 */
public record ClientSetup(
        SessionConfig session,
        InetSocketAddress server,
        IdentityKeyPair device,
        OutboxStore outbox,
        TrustStore trust,
        RandomSource random) {}
