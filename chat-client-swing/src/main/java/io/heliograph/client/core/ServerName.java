package io.heliograph.client.core;

import org.jspecify.annotations.Nullable;

/**
 * A relay as its user names it.
 *
 * @param host a name or an address; IPv6 without brackets
 * @param port 1 to 65535
 */
public record ServerName(String host, int port) {
    public static final int DEFAULT_PORT = 12_345;

    private static final int MAX_PORT = 65_535;
    private static final int MAX_HOST_CHARS = 253;
    private static final int MAX_PORT_DIGITS = 5;

    /** Reads {@code HOST}, {@code HOST:PORT}, {@code [IPV6]} or {@code [IPV6]:PORT}; null for anything else. */
    public static @Nullable ServerName parse(String text) {
        String host = text.strip();
        String port = "";
        if (host.startsWith("[")) {
            int end = host.indexOf(']');
            String rest = end < 0 ? "" : host.substring(end + 1);
            if (end < 0 || !(rest.isEmpty() || rest.startsWith(":"))) {
                return null;
            }
            port = rest;
            host = host.substring(1, end);
        } else if (host.indexOf(':') == host.lastIndexOf(':') && host.indexOf(':') >= 0) {
            port = host.substring(host.indexOf(':'));
            host = host.substring(0, host.indexOf(':'));
        }
        int number = port.isEmpty() ? DEFAULT_PORT : portOf(port.substring(1));
        return number < 0 || !isHost(host) ? null : new ServerName(host, number);
    }

    private static int portOf(String digits) {
        boolean plausible = digits.length() <= MAX_PORT_DIGITS && digits.matches("[0-9]+");
        int port = plausible ? Integer.parseInt(digits) : -1;
        return port >= 1 && port <= MAX_PORT ? port : -1;
    }

    private static boolean isHost(String host) {
        return !host.isEmpty() && host.length() <= MAX_HOST_CHARS && host.matches("[\\p{L}\\p{N}._:%-]+");
    }

    /** {@code HOST:PORT}, IPv6 in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
