package io.heliograph.server.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of the schema.
 *
 * @param version the schema's version after it
 * @param statements in order, without their semicolons
 */
record Migration(int version, List<String> statements) {
    /** In order; a step that was released is never changed, only followed by another. */
    private static final List<String> FILES = List.of("001-first.sql", "002-end-to-end.sql");

    private static final String FOLDER = "/io/heliograph/server/store/";

    Migration {
        statements = List.copyOf(statements);
    }

    /** Every step there is. */
    static List<Migration> all() {
        List<Migration> all = new ArrayList<>();
        for (String file : FILES) {
            all.add(parse(all.size() + 1, read(FOLDER + file)));
        }
        return List.copyOf(all);
    }

    /** {@code --} begins a comment; a semicolon ends a statement. */
    static Migration parse(int version, String text) {
        StringBuilder bare = new StringBuilder();
        for (String line : text.lines().toList()) {
            int comment = line.indexOf("--");
            bare.append(comment < 0 ? line : line.substring(0, comment)).append('\n');
        }
        List<String> statements = new ArrayList<>();
        for (String part : bare.toString().split(";", -1)) {
            if (!part.isBlank()) {
                statements.add(part.strip());
            }
        }
        return new Migration(version, statements);
    }

    private static String read(String resource) {
        try (InputStream input = Migration.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("not in this jar: " + resource);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be read from this jar: " + resource, e);
        }
    }
}
