package io.heliograph.common.util;

/**
 * Where a datagram came from or goes to, without a dependency on sockets.
 *
 * @param ip 4 octets for IPv4, 16 for IPv6
 * @param port 0 to 65535
 */
public record PeerAddress(Bytes ip, int port) {
    private static final int IPV6_PREFIX_OCTETS = 8;

    public PeerAddress {
        if (ip.length() != 4 && ip.length() != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 octets, not " + ip.length());
        }
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /** What limits per address count: the IPv4 address, or the /64 prefix of the IPv6 address (protocol.md 3.5). */
    public Bytes limitKey() {
        return ip.length() == 4 ? ip : Bytes.copyOf(ip.asReadOnlyArray(), 0, IPV6_PREFIX_OCTETS);
    }

    public boolean isSameHost(PeerAddress other) {
        return ip.equals(other.ip);
    }
}
