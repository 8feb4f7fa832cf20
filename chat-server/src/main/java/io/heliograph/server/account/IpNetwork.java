package io.heliograph.server.account;

import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address, or all addresses that begin with the same bits, as an operator writes it: {@code 192.0.2.7},
 * {@code 192.0.2.0/24}, {@code 2001:db8::/32}. Never asks a name service.
 *
 * @param ip 4 or 16 octets, the bits behind the prefix 0
 * @param prefixBits 0 to 32 or 128
 */
public record IpNetwork(Bytes ip, int prefixBits) {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int V4_OCTETS = 4;
    private static final int V6_OCTETS = 16;
    private static final int V6_GROUPS = 8;

    /** Null if {@code text} is neither an address nor a network. */
    public static @Nullable IpNetwork parse(String text) {
        int slash = text.indexOf('/');
        byte[] octets = octetsOf(slash < 0 ? text : text.substring(0, slash));
        if (octets == null) {
            return null;
        }
        if (slash < 0) {
            return new IpNetwork(Bytes.takingOver(octets), octets.length * Byte.SIZE);
        }
        String prefix = text.substring(slash + 1);
        if (!NUMBER.matcher(prefix).matches() || Integer.parseInt(prefix) > octets.length * Byte.SIZE) {
            return null;
        }
        return new IpNetwork(Bytes.takingOver(octets), Integer.parseInt(prefix)).masked();
    }

    /** The one address. */
    public static IpNetwork of(Bytes ip) {
        return new IpNetwork(ip, ip.length() * Byte.SIZE);
    }

    /** One address alone. */
    public boolean isSingle() {
        return prefixBits == ip.length() * Byte.SIZE;
    }

    public boolean contains(Bytes address) {
        return address.length() == ip.length()
                && new IpNetwork(address, prefixBits).masked().equals(this);
    }

    /** In the one spelling that bans are stored in: IPv6 in eight groups without leading zeros. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        boolean v4 = ip.length() == V4_OCTETS;
        for (int i = 0; i < ip.length(); i += v4 ? 1 : 2) {
            text.append(i == 0 ? "" : v4 ? "." : ":");
            int high = ip.at(i) & 0xFF;
            text.append(v4 ? Integer.toString(high) : Integer.toHexString((high << 8) | (ip.at(i + 1) & 0xFF)));
        }
        return isSingle()
                ? text.toString()
                : text.append('/').append(prefixBits).toString();
    }

    private IpNetwork masked() {
        byte[] octets = ip.toArray();
        for (int bit = prefixBits; bit < octets.length * Byte.SIZE; bit++) {
            octets[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return new IpNetwork(Bytes.takingOver(octets), prefixBits);
    }

    private static byte @Nullable [] octetsOf(String text) {
        return text.indexOf(':') < 0 ? v4(text) : v6(text);
    }

    private static byte @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] octets = new byte[V4_OCTETS];
        if (parts.length != V4_OCTETS) {
            return null;
        }
        for (int i = 0; i < V4_OCTETS; i++) {
            if (!NUMBER.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 0xFF) {
                return null;
            }
            octets[i] = (byte) Integer.parseInt(parts[i]);
        }
        return octets;
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        List<String> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<String> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        int count = head.size() + tail.size();
        if (gap < 0 ? count != V6_GROUPS : count >= V6_GROUPS) {
            return null;
        }
        byte[] octets = new byte[V6_OCTETS];
        return put(head, octets, 0) && put(tail, octets, V6_GROUPS - tail.size()) ? octets : null;
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : new ArrayList<>(List.of(text.split(":", -1)));
    }

    private static boolean put(List<String> groups, byte[] octets, int first) {
        for (int i = 0; i < groups.size(); i++) {
            if (!GROUP.matcher(groups.get(i)).matches()) {
                return false;
            }
            int value = Integer.parseInt(groups.get(i), 16);
            octets[2 * (first + i)] = (byte) (value >> 8);
            octets[2 * (first + i) + 1] = (byte) value;
        }
        return true;
    }
}
