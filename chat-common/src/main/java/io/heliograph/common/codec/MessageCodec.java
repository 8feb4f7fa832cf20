package io.heliograph.common.codec;

import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
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
        return ClientMessageCodec.encode(message);
    }

    public static Bytes encode(ServerMessage message) {
        return ServerMessageCodec.encode(message);
    }

    public static Bytes encode(Body body) {
        return BodyCodec.encode(body);
    }

    public static @Nullable ClientMessage decodeClient(Bytes octets) throws MalformedException {
        return read(octets, ClientMessageCodec::decode);
    }

    public static @Nullable ServerMessage decodeServer(Bytes octets) throws MalformedException {
        return read(octets, ServerMessageCodec::decode);
    }

    public static Body decodeBody(Bytes octets) throws MalformedException {
        Body body = read(octets, BodyCodec::decode);
        if (body == null) {
            throw new MalformedException("no body");
        }
        return body;
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
