package io.heliograph.server.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.common.crypto.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of itself, in {@code manifest.json}.
 *
 * @param made when, as ISO 8601 in UTC
 * @param server version of the server that made it
 * @param files SHA-256 of each file in hexadecimal
 */
public record Manifest(String made, String server, Content content, Map<String, String> files) {
    private static final int FORMAT = 1;

    /**
     * What the database holds.
     *
     * @param schema version of the schema
     * @param positions SHA-256 over each conversation's id and next number: tells how far every log had come
     */
    public record Content(int schema, long accounts, long conversations, long entries, String positions) {
        /** Counts. */
        static Content of(Connection connection) throws SQLException {
            int schema = Schema.versionOf(connection);
            Statements statements = new Statements(connection);
            StringBuilder positions = new StringBuilder();
            statements.each("SELECT id, next_seq FROM conversation ORDER BY id", row -> {
                positions
                        .append(row.getLong(1))
                        .append(' ')
                        .append(row.getLong(2))
                        .append('\n');
                return true;
            });
            return new Content(
                    schema,
                    statements.number(0, "SELECT COUNT(*) FROM account"),
                    statements.number(0, "SELECT COUNT(*) FROM conversation"),
                    statements.number(0, "SELECT COUNT(*) FROM entry"),
                    Sha256.digest(positions.toString().getBytes(StandardCharsets.US_ASCII))
                            .toHex());
        }
    }

    public Manifest {
        files = Map.copyOf(files);
    }

    String toJson() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("format", FORMAT);
        root.put("made", made);
        root.put("server", server);
        root.put("schema", content.schema());
        root.put("accounts", content.accounts());
        root.put("conversations", content.conversations());
        root.put("entries", content.entries());
        root.put("positions", content.positions());
        ObjectNode sums = root.putObject("files");
        new TreeMap<>(files).forEach(sums::put);
        return root.toPrettyString() + "\n";
    }

    /** Throws where a member is missing or of another kind. */
    static Manifest parse(byte[] text) throws IOException {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException("it is not JSON");
        }
        if (root == null || root.path("format").asInt() != FORMAT) {
            throw new IOException("it is not of format " + FORMAT);
        }
        Map<String, String> files = new TreeMap<>();
        for (var member : root.path("files").properties()) {
            files.put(member.getKey(), member.getValue().asText());
        }
        return new Manifest(
                member(root, "made").asText(),
                member(root, "server").asText(),
                new Content(
                        member(root, "schema").asInt(),
                        member(root, "accounts").asLong(),
                        member(root, "conversations").asLong(),
                        member(root, "entries").asLong(),
                        member(root, "positions").asText()),
                files);
    }

    private static JsonNode member(JsonNode root, String name) throws IOException {
        JsonNode member = root.get(name);
        if (member == null || !member.isValueNode()) {
            throw new IOException("it has no \"" + name + "\"");
        }
        return member;
    }
}
