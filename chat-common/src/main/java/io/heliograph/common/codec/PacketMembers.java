package io.heliograph.common.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one packet as they were read, asked for by name and type (protocol.md 2).
 *
 * <p>Reading checks that the datagram is one JSON object and nothing else; asking checks presence, type and length.
 * Not thread-safe.
 */
final class PacketMembers {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Interned names would be a stranger's to fill.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.MAX_DEPTH)
                    .maxStringLength(Limits.MAX_DATAGRAM_BYTES)
                    .maxNameLength(Limits.MAX_DATAGRAM_BYTES)
                    .maxNumberLength(Limits.MAX_DATAGRAM_BYTES)
                    .build())
            .build();

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private static final Object WRONG_TYPE = new Object();

    /** A String, a Long, a {@code byte[]} or a list of texts for each member that was there. */
    private final Map<PacketMember, Object> values = new EnumMap<>(PacketMember.class);

    private PacketMembers() {}

    static PacketMembers read(byte[] datagram, int length) throws MalformedException {
        requireUtf8(datagram, length);
        PacketMembers members = new PacketMembers();
        try (JsonParser parser = FACTORY.createParser(datagram, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedException("not an object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                members.readValue(PacketMember.named(name), parser);
            }
            if (parser.nextToken() != null) {
                throw new MalformedException("more than one value");
            }
        } catch (IOException e) {
            throw new MalformedException("not JSON");
        }
        return members;
    }

    String type() throws MalformedException {
        return text(PacketMember.TYPE);
    }

    boolean has(PacketMember member) {
        return values.containsKey(member);
    }

    String text(PacketMember member) throws MalformedException {
        if (values.get(member) instanceof String text) {
            return text;
        }
        throw missing(member);
    }

    long number(PacketMember member, long max) throws MalformedException {
        if (values.get(member) instanceof Long number && number >= 0 && number <= max) {
            return number;
        }
        throw missing(member);
    }

    Bytes octets(PacketMember member, int length) throws MalformedException {
        return octets(member, length, length);
    }

    Bytes octets(PacketMember member, int minLength, int maxLength) throws MalformedException {
        if (values.get(member) instanceof byte[] octets && octets.length >= minLength && octets.length <= maxLength) {
            return Bytes.takingOver(octets);
        }
        throw missing(member);
    }

    List<String> suites() throws MalformedException {
        if (values.get(PacketMember.SUITES) instanceof List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
        throw missing(PacketMember.SUITES);
    }

    private void readValue(@Nullable PacketMember member, JsonParser parser) throws IOException, MalformedException {
        JsonToken token = parser.nextToken();
        if (member == null) {
            parser.skipChildren();
            return;
        }
        Object value =
                switch (member) {
                    case TYPE, PAD, SUITE -> token == JsonToken.VALUE_STRING ? parser.getText() : WRONG_TYPE;
                    case V, EPOCH, SEQ, USERS ->
                        token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : WRONG_TYPE;
                    case SUITES -> token == JsonToken.START_ARRAY ? readSuites(parser) : WRONG_TYPE;
                    default -> token == JsonToken.VALUE_STRING ? readOctets(parser) : WRONG_TYPE;
                };
        if (value == WRONG_TYPE) {
            throw missing(member);
        }
        values.put(member, value);
    }

    private static byte[] readOctets(JsonParser parser) throws IOException, MalformedException {
        return StrictBase64.decode(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    private static List<String> readSuites(JsonParser parser) throws IOException, MalformedException {
        List<String> suites = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.VALUE_STRING || suites.size() == Limits.MAX_SUITES) {
                throw missing(PacketMember.SUITES);
            }
            String suite = parser.getText();
            if (suite.isEmpty() || suite.length() > Limits.MAX_SUITE_CHARS) {
                throw missing(PacketMember.SUITES);
            }
            suites.add(suite);
        }
        if (suites.isEmpty()) {
            throw missing(PacketMember.SUITES);
        }
        return suites;
    }

    private static MalformedException missing(PacketMember member) {
        return new MalformedException(member.wireName() + " is missing or wrong");
    }

    /**
     * Jackson would also take a byte order mark, UTF-16 and UTF-32, and overlong UTF-8: none of them is this
     * protocol.
     */
    private static void requireUtf8(byte[] datagram, int length) throws MalformedException {
        if (length < 2 || datagram[0] <= 0 || datagram[1] == 0) {
            throw new MalformedException("not JSON in UTF-8");
        }
        if (isAscii(datagram, length)) {
            return;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(datagram, 0, length));
        } catch (CharacterCodingException e) {
            throw new MalformedException("not UTF-8");
        }
    }

    private static boolean isAscii(byte[] datagram, int length) {
        long seen = 0;
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            seen |= (long) LONGS.get(datagram, i);
        }
        for (; i < length; i++) {
            seen |= datagram[i] & HIGH_BITS;
        }
        return (seen & HIGH_BITS) == 0;
    }
}
