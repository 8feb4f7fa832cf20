package io.heliograph.client.core.search;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One page that needs nothing else: no script, nothing from elsewhere, everything that people wrote escaped.
 *
 * <p>Not thread-safe.
 */
final class HtmlTranscript implements Transcript {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Heliograph</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
            p { margin: .4rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
            time, small { opacity: .7; }
            .own b { text-decoration: underline; }
            </style>
            </head>
            <body>
            """;

    private final Writer out;
    private final DateTimeFormatter clock;

    HtmlTranscript(Writer out, ZoneId zone) {
        this.out = out;
        this.clock =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void begin() throws IOException {
        out.write(HEAD);
    }

    @Override
    public void conversation(Target where) throws IOException {
        out.write("<h2>" + escaped(SafeText.line(where.address())) + "</h2>\n");
    }

    @Override
    public void message(Target where, ShownEntry entry) throws IOException {
        Instant time = Instant.ofEpochMilli(entry.timeMs());
        out.write("<p" + (entry.own() ? " class=\"own\"" : "") + "><time datetime=\"" + time + "\">"
                + clock.format(time) + "</time> <b>" + escaped(SafeText.line(entry.from())) + "</b> "
                + escaped(SafeText.lines(TranscriptText.of(entry)))
                + (entry.edited() ? " <small>(edited)</small>" : "") + "</p>\n");
    }

    @Override
    public void close() throws IOException {
        out.write("</body>\n</html>\n");
        out.close();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
