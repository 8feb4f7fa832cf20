package io.heliograph.common.handshake;

import io.heliograph.common.crypto.SessionSecrets;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;

/**
 * A client that was sent keys and has not shown yet that it has them.
 *
 * @param client where its request came from, proved by its cookie
 * @param secrets the owner's from {@link ServerHandshake#confirm} on; before that only to be tried
 */
public record HalfOpen(Bytes cid, PeerAddress client, SessionSecrets secrets) {}
