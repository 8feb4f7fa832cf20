package io.heliograph.common.handshake;

import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.util.PeerAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's answer to who looks for it on the local network (protocol.md 3.6): stateless but for its rate, never
 * longer than the question, and no public-key work.
 *
 * <p>Not thread-safe; owned by one loop.
 */
public final class Discovery {
    private static final int RATE_PER_SECOND = 5;
    private static final int BURST_COUNT = 20;
    private static final int MAX_ADDRESS_COUNT = 4_096;

    private final IdentityPublicKey identity;
    private final Supplier<Notice> notice;
    private final AddressBuckets buckets = new AddressBuckets(RATE_PER_SECOND, BURST_COUNT, MAX_ADDRESS_COUNT);

    /** {@code notice} is asked for each answer. */
    public Discovery(IdentityPublicKey identity, Supplier<Notice> notice) {
        this.identity = identity;
        this.notice = notice;
    }

    /**
     * What the server says of itself.
     *
     * @param name at most 96 bytes
     * @param users accounts that are connected
     */
    public record Notice(String name, long users) {}

    /** Null if there is nothing to answer. */
    public byte @Nullable [] onDiscover(Packet.Discover question, PeerAddress from, long nowNs) {
        if (question.version() != Suites.VERSION || !buckets.tryTake(from.limitKey(), nowNs)) {
            return null;
        }
        Notice now = notice.get();
        return PacketCodec.encode(
                new Packet.Server(question.nonce(), Suites.VERSION, identity.octets(), now.name(), now.users()));
    }
}
