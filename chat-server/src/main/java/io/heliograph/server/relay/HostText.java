package io.heliograph.server.relay;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;

/** How addresses are written, and which one to put into an invite. */
final class HostText {
    private static final String LOOPBACK = "127.0.0.1";

    private HostText() {}

    /** As in "Server started on": {@code 0.0.0.0}, or {@code [::]}. */
    static String of(InetAddress address) {
        return address instanceof Inet4Address ? address.getHostAddress() : "[" + plain(address) + "]";
    }

    /** A host under which others reach a server bound to {@code bound}. */
    static String reachable(InetAddress bound) {
        return bound.isAnyLocalAddress() ? ownAddress() : plain(bound);
    }

    private static String plain(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** Private IPv4 addresses first: that is what a network that its users run themselves mostly has. */
    private static String ownAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(HostText::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .min(Comparator.comparing((InetAddress address) -> !(address instanceof Inet4Address))
                            .thenComparing(address -> !address.isSiteLocalAddress()))
                    .map(HostText::plain)
                    .orElse(LOOPBACK);
        } catch (SocketException e) {
            return LOOPBACK;
        }
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
