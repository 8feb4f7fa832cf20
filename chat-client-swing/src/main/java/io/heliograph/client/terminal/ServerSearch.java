package io.heliograph.client.terminal;

import io.heliograph.client.core.ServerName;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.net.LanSearch;
import io.heliograph.common.net.LanSearch.Found;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Finds the servers of the local network (protocol.md 3.6). Blocks for {@value #DURATION_MS} ms: not for the event
 * thread.
 */
final class ServerSearch {
    static final int NONCE_BYTES = 8;
    private static final long DURATION_MS = 2_000;

    private ServerSearch() {}

    /** Each server once, however many of its addresses have answered; {@code nonce} is fresh and random. */
    static List<Found> run(int port, Bytes nonce) throws IOException {
        Map<Bytes, Found> servers = new LinkedHashMap<>();
        // What others can reach is worth more than what only this machine can.
        new LanSearch(port, nonce)
                .run(
                        DURATION_MS,
                        found -> servers.merge(
                                found.server().identity(),
                                found,
                                (before, now) -> addressOf(before).isLoopbackAddress() ? now : before));
        return new ArrayList<>(servers.values());
    }

    /** For people; safe to show. */
    static String line(Found found) {
        long users = found.server().users();
        return Wording.safe(found.server().name()) + "  " + nameOf(found) + "  " + fingerprintOf(found) + "  " + users
                + (users == 1 ? " user" : " users") + "  " + (rttMsOf(found) == 0 ? "under 1" : rttMsOf(found)) + " ms";
    }

    /** From the question to the answer. */
    static long rttMsOf(Found found) {
        return TimeUnit.NANOSECONDS.toMillis(found.rttNs());
    }

    /** As {@code --server} takes it. */
    static String nameOf(Found found) {
        return new ServerName(addressOf(found).getHostAddress(), found.address().getPort()).toString();
    }

    static String fingerprintOf(Found found) {
        return new IdentityPublicKey(found.server().identity()).fingerprint().toString();
    }

    private static InetAddress addressOf(Found found) {
        return found.address().getAddress();
    }
}
