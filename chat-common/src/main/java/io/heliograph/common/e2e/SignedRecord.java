package io.heliograph.common.e2e;

import io.heliograph.common.codec.CborReader;
import io.heliograph.common.codec.CborWriter;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A CBOR array that begins with its version, and the signature behind it (protocol.md 13.1). Thread-safe. */
final class SignedRecord {
    static final int VERSION = 1;
    static final int KEY_BYTES = IdentityPublicKey.KEY_BYTES;
    static final int SIGNATURE_BYTES = 64;

    private SignedRecord() {}

    /** Reads the elements behind the version; null, or {@link MalformedException}, for what is not believed. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable
        T read(CborReader in) throws MalformedException;
    }

    /** The array of {@code elementCount} elements behind the version. */
    static Bytes content(int elementCount, CborWriter.Elements elements) {
        return CborWriter.array(elementCount + 1, out -> {
            out.uint(VERSION);
            elements.writeTo(out);
        });
    }

    /** {@code content ‖ signature}. */
    static Bytes sign(IdentityKeyPair key, String label, Bytes content) {
        Bytes signature = key.sign(Octets.labelled(label).add(content).toArray());
        return new Octets().add(content).add(signature).toBytes();
    }

    /** What {@code reading} makes of the content, signature not looked at; null if there is no such record. */
    static <T> @Nullable T read(Bytes octets, int maxBytes, Reading<T> reading) {
        if (octets.length() <= SIGNATURE_BYTES || octets.length() > maxBytes) {
            return null;
        }
        return readContent(contentOf(octets), reading);
    }

    /** The same of a content that has no signature behind it. */
    static <T> @Nullable T readContent(Bytes content, Reading<T> reading) {
        try {
            CborReader in = CborReader.of(content.asReadOnlyArray());
            in.beginArray();
            if (in.uint(Long.MAX_VALUE) != VERSION) {
                return null;
            }
            T value = reading.read(in);
            in.endArray();
            in.end();
            return value;
        } catch (MalformedException e) {
            return null;
        }
    }

    static boolean isSigned(Bytes octets, Bytes key, String label) {
        byte[] signed = Octets.labelled(label).add(contentOf(octets)).toArray();
        return new IdentityPublicKey(key).verify(signed, signatureOf(octets));
    }

    static Bytes contentOf(Bytes octets) {
        return Octets.slice(octets, 0, octets.length() - SIGNATURE_BYTES);
    }

    static Bytes signatureOf(Bytes octets) {
        return Octets.slice(octets, octets.length() - SIGNATURE_BYTES, SIGNATURE_BYTES);
    }

    /** A device or account key. */
    static Bytes key(CborReader in) throws MalformedException {
        return in.octets(KEY_BYTES, KEY_BYTES);
    }

    /** A user's name, within its bounds. */
    static String name(CborReader in) throws MalformedException {
        String name = in.text(Bounds.MAX_NAME_BYTES);
        if (!isName(name)) {
            throw new MalformedException("a name out of bounds");
        }
        return name;
    }

    /** By length alone: which letters there are depends on the version of Unicode, and all readers must agree. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= NameRules.MAX_NAME_CODE_POINTS
                && name.getBytes(StandardCharsets.UTF_8).length <= Bounds.MAX_NAME_BYTES;
    }

    /** Our own mistakes, on the way out. */
    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** An array of keys. */
    static void keys(CborWriter out, Iterable<Bytes> keys, int count) throws IOException {
        out.begin(count);
        for (Bytes key : keys) {
            out.octets(key);
        }
        out.end();
    }
}
