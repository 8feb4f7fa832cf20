package io.heliograph.common.codec;

import io.heliograph.common.message.Body;
import io.heliograph.common.util.Bytes;

/** The content of a post (protocol.md 6, "A body"). */
final class BodyCodec {
    private static final int TEXT = 1;

    private BodyCodec() {}

    static Bytes encode(Body body) {
        if (body instanceof Body.Text text) {
            return CborWriter.array(2, out -> out.uint(TEXT).text(text.text()));
        }
        throw new IllegalArgumentException("a body of a later version cannot be written: " + body);
    }

    static Body decode(CborReader in) throws MalformedException {
        long kind = in.uint(Long.MAX_VALUE);
        return kind == TEXT ? new Body.Text(in.text()) : new Body.Unknown(kind);
    }
}
