package io.heliograph.client.swing.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Which addresses of strangers a press may open. Pure functions. */
public final class SafeLink {
    private static final Set<String> WEB = Set.of("http", "https");
    private static final int MAX_CHARS = 2_000;

    private SafeLink() {}

    /** True for a web page or a mail address; everything else could start a program or read a file. */
    public static boolean isSafe(String address) {
        if (address.length() > MAX_CHARS) {
            return false;
        }
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return WEB.contains(scheme) ? uri.getRawAuthority() != null : scheme.equals("mailto");
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
