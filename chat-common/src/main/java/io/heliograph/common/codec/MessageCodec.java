package io.heliograph.common.codec;

import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Application messages to CBOR and back (protocol.md 6). Decoding returns null for a code of a later version.
 *
 * <p>Thread-safe: holds no state.
 */
public final class MessageCodec {
    private MessageCodec() {}

    public static Bytes encode(ClientMessage message) {
        return ClientMessageCodec.TABLE.encode(message);
    }

    public static Bytes encode(ServerMessage message) {
        return ServerMessageCodec.TABLE.encode(message);
    }

    public static Bytes encode(Body body) {
        return BodyCodec.encode(body);
    }

    /** The body of an entry of kind 16 and up. */
    public static Bytes encode(Notice notice) {
        return BodyCodec.encode(notice);
    }

    /** A number of a later version where one is needed: {@link ClientMessage.Unusable}. */
    public static @Nullable ClientMessage decodeClient(Bytes octets) throws MalformedException {
        return read(octets, ClientMessageCodec.TABLE::decode);
    }

    /** Null, too, for a number of a later version where this version needs to know it. */
    public static @Nullable ServerMessage decodeServer(Bytes octets) throws MalformedException {
        return read(octets, ServerMessageCodec.TABLE::decode);
    }

    public static Body decodeBody(Bytes octets) throws MalformedException {
        return some(read(octets, BodyCodec::decode));
    }

    public static Notice decodeNotice(Bytes octets) throws MalformedException {
        return some(read(octets, BodyCodec::decodeNotice));
    }

    private static <T> T some(@Nullable T value) throws MalformedException {
        if (value == null) {
            throw new MalformedException("no body");
        }
        return value;
    }

    private static <T> @Nullable T read(Bytes octets, Decoder<T> decoder) throws MalformedException {
        try {
            CborReader in = CborReader.of(octets.asReadOnlyArray());
            in.beginArray();
            T value = decoder.decode(in);
            in.endArray();
            in.end();
            return value;
        } catch (IllegalArgumentException outOfBounds) {
            throw new MalformedException(String.valueOf(outOfBounds.getMessage()));
        }
    }

    /** Reads the elements of one message, its code included. */
    private interface Decoder<T> {
        @Nullable
        T decode(CborReader in) throws MalformedException;
    }
}
