package io.heliograph.client.core.session;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** Reads what people said out of a body that another client made. */
final class Texts {
    private Texts() {}

    /** Null for a body that this version cannot show, garbled ones included: the relay never looked inside. */
    static @Nullable String of(Bytes body) {
        try {
            return MessageCodec.decodeBody(body) instanceof Body.Text text ? text.text() : null;
        } catch (MalformedException e) {
            return null;
        }
    }
}
