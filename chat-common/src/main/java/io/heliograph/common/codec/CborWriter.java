package io.heliograph.common.codec;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes one CBOR array, in the shortest form (protocol.md 1). Not thread-safe; used for one value. */
public final class CborWriter {
    private static final CBORFactory FACTORY = new CBORFactory();

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
    private final CBORGenerator generator;

    private CborWriter() throws IOException {
        generator = FACTORY.createGenerator(octets);
    }

    /** Writes elements into the array that {@link #array} has begun. */
    @FunctionalInterface
    public interface Elements {
        void writeTo(CborWriter out) throws IOException;
    }

    public static Bytes array(int elementCount, Elements elements) {
        try {
            CborWriter out = new CborWriter();
            out.begin(elementCount);
            elements.writeTo(out);
            out.generator.writeEndArray();
            out.generator.close();
            return Bytes.takingOver(out.octets.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does no I/O", e);
        }
    }

    public CborWriter begin(int elementCount) throws IOException {
        generator.writeStartArray(null, elementCount);
        return this;
    }

    public CborWriter end() throws IOException {
        generator.writeEndArray();
        return this;
    }

    public CborWriter uint(long value) throws IOException {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        generator.writeNumber(value);
        return this;
    }

    public CborWriter bool(boolean value) throws IOException {
        generator.writeBoolean(value);
        return this;
    }

    public CborWriter text(String value) throws IOException {
        // As octets: the generator would write a longer text in pieces of indefinite length (protocol.md 1
        // forbids them).
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        generator.writeUTF8String(utf8, 0, utf8.length);
        return this;
    }

    public CborWriter octets(Bytes value) throws IOException {
        generator.writeBinary(value.asReadOnlyArray());
        return this;
    }
}
