package io.heliograph.client.core.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.OutboxFormat.Kept;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain files of version 0.1, which {@link Takeover} moves into the sealed state. Null where a file is
 * damaged.
 *
 * <p>Thread-safe: pure functions.
 */
final class OldFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY_HEADING = "heliograph device key 1";
    private static final byte[] OUTBOX_HEADING = "heliograph outbox 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME_OVERHEAD_BYTES = 2 * Integer.BYTES;
    private static final int MAX_FRAME_BYTES = 64 * 1024;
    private static final byte SETTLED = 2;

    private OldFiles() {}

    /** The seed of {@code device.key}: a heading, the seed in Base64, and the fingerprint of its public key. */
    static @Nullable SecretBytes deviceSeed(byte[] file) {
        String[] lines = new String(file, StandardCharsets.US_ASCII).split("\n", -1);
        if (lines.length < 3 || !lines[0].equals(KEY_HEADING)) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(lines[1]);
            SecretBytes seed = SecretBytes.copyOf(decoded);
            Arrays.fill(decoded, (byte) 0);
            String fingerprint =
                    IdentityKeyPair.fromSeed(seed).publicKey().fingerprint().toString();
            return fingerprint.equals(lines[2]) ? seed : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** {@code servers.json}: what is known by server. */
    static @Nullable Map<String, PinStore.Pin> pins(byte[] file) {
        JsonNode root = json(file);
        if (root == null || !root.path("servers").isObject()) {
            return null;
        }
        Map<String, PinStore.Pin> pins = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> server : root.path("servers").properties()) {
            JsonNode pin = server.getValue();
            String fingerprint = pin.path("fingerprint").asText();
            if (!fingerprint.startsWith("SHA256:")) {
                return null;
            }
            long firstSeenMs = Math.max(0, pin.path("first_seen_ms").asLong());
            long connections = Math.max(0, pin.path("connection_count").asLong());
            pins.put(server.getKey(), new PinStore.Pin(fingerprint, firstSeenMs, connections));
        }
        return pins;
    }

    /** A list of {@code choices.json}. */
    static @Nullable List<Target> choices(byte[] file, String list) {
        JsonNode root = json(file);
        if (root == null || !root.isObject()) {
            return null;
        }
        List<Target> targets = new ArrayList<>();
        for (JsonNode element : root.path(list)) {
            Target target = Target.parse(element.asText());
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    /**
     * {@code outbox}: frames of u32 length, u32 CRC-32C and a posting, or of u8 2 and the id of one that is settled. A
     * last frame that is not whole was being written and is left out.
     */
    static @Nullable List<Kept> outbox(byte[] file) {
        if (file.length < OUTBOX_HEADING.length) {
            return List.of();
        }
        if (!Arrays.equals(file, 0, OUTBOX_HEADING.length, OUTBOX_HEADING, 0, OUTBOX_HEADING.length)) {
            return null;
        }
        Map<Bytes, Kept> kept = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(file);
        in.position(OUTBOX_HEADING.length);
        while (in.remaining() >= FRAME_OVERHEAD_BYTES) {
            int length = in.getInt();
            int checksum = in.getInt();
            boolean plausible = length > 0 && length <= MAX_FRAME_BYTES;
            if (length > in.remaining() || (length == 0 && checksum == 0)) {
                break;
            }
            boolean whole = plausible && checksum == checksumOf(in.slice(in.position(), length));
            if (!whole || !settle(in.slice(in.position(), length), kept)) {
                return null;
            }
            in.position(in.position() + length);
        }
        return new ArrayList<>(kept.values());
    }

    /** {@code history}: what was typed, a line each, with line ends and backslashes escaped. */
    static List<String> typedLines(byte[] file) {
        List<String> lines = new ArrayList<>();
        for (String line : new String(file, StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(line.replace("\\\\", "\u0000").replace("\\n", "\n").replace('\u0000', '\\'));
            }
        }
        return lines;
    }

    private static boolean settle(ByteBuffer frame, Map<Bytes, Kept> kept) {
        boolean settled = frame.get(0) == SETTLED;
        if (settled && frame.remaining() == 1 + MessageId.LENGTH_BYTES) {
            byte[] id = new byte[MessageId.LENGTH_BYTES];
            frame.get(1, id);
            kept.remove(Bytes.takingOver(id));
            return true;
        }
        Kept entry = settled ? null : OutboxFormat.decode(frame);
        if (entry != null) {
            kept.put(entry.entry().id().octets(), entry);
        }
        return entry != null;
    }

    private static @Nullable JsonNode json(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (JsonProcessingException e) {
            return null;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("reading an array", e);
        }
    }

    private static int checksumOf(ByteBuffer octets) {
        CRC32C checksum = new CRC32C();
        checksum.update(octets);
        return (int) checksum.getValue();
    }
}
