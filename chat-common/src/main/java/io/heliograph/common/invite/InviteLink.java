package io.heliograph.common.invite;

import io.heliograph.common.crypto.Fingerprint;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code heliograph://HOST:PORT/#SHA256:...}, with {@code ;token=...} behind it where it lets a newcomer register
 * (protocol.md 3.3, 7.1).
 *
 * @param host a host name or an address; an IPv6 address stands here without its brackets
 * @param port 1 to 65535
 * @param token a secret; empty for none
 */
public record InviteLink(String host, int port, Fingerprint fingerprint, String token) {
    public static final int DEFAULT_PORT = 12_345;

    private static final String SCHEME = "heliograph://";
    private static final String TOKEN = ";token=";
    private static final int MAX_CHARS = 520;
    private static final int MAX_HOST_CHARS = 253;
    private static final int MAX_PORT = 0xFFFF;

    private static final Pattern FORM = Pattern.compile("(\\[[^\\]]*\\]|[^:/\\[\\]]*)(?::([^/]*))?/?#(.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_.])?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9._-]+)?");
    private static final Pattern TOKENS = Pattern.compile("[A-Za-z0-9_-]{0,128}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

    public InviteLink {
        boolean isHost = NAME.matcher(host).matches() || IPV6.matcher(host).matches();
        if (!isHost || host.length() > MAX_HOST_CHARS) {
            throw new IllegalArgumentException("the invite link names no host");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("the invite link's port is not a number from 1 to 65535");
        }
        if (!TOKENS.matcher(token).matches()) {
            throw new IllegalArgumentException("the token of the invite link is not one");
        }
    }

    /** A link without a token. */
    public InviteLink(String host, int port, Fingerprint fingerprint) {
        this(host, port, fingerprint, "");
    }

    /**
     * Reads a link; blanks around it are allowed, for people copy them along.
     *
     * @throws IllegalArgumentException with a sentence for the user if it is anything else
     */
    public static InviteLink parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > MAX_CHARS) {
            throw new IllegalArgumentException("an invite link has at most " + MAX_CHARS + " characters");
        }
        if (!trimmed.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new IllegalArgumentException("an invite link begins with " + SCHEME);
        }
        Matcher form = FORM.matcher(trimmed.substring(SCHEME.length()));
        if (!form.matches()) {
            throw new IllegalArgumentException("an invite link has the form " + SCHEME + "HOST:PORT/#SHA256:...");
        }
        String host = form.group(1);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (host.startsWith("[") != bare.contains(":")) {
            throw new IllegalArgumentException("in an invite link only an IPv6 address stands in brackets");
        }
        String port = form.group(2);
        String rest = form.group(3);
        int end = rest.indexOf(TOKEN);
        return new InviteLink(
                bare,
                port == null ? DEFAULT_PORT : parsePort(port),
                Fingerprint.parse(end < 0 ? rest : rest.substring(0, end)),
                end < 0 ? "" : rest.substring(end + TOKEN.length()));
    }

    /** The whole link, its token too: for who is invited. */
    public String toLink() {
        return this + (token.isEmpty() ? "" : TOKEN + token);
    }

    /** The link, with the port written out and without the token, which is a secret. */
    @Override
    public String toString() {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return SCHEME + bracketed + ":" + port + "/#" + fingerprint;
    }

    private static int parsePort(String text) {
        // A number that is too great for a port is refused with the others, in the constructor.
        return PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
