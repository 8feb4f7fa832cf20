package io.heliograph.client.swing.prefs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Whose work the program is made with; a resource, so that a test can compare it with the libraries. */
final class Credits {
    private static final String FILE = "credits.txt";

    private Credits() {}

    static String text() {
        try (InputStream in = Credits.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
