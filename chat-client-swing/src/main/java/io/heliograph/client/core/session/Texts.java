package io.heliograph.client.core.session;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.Notice;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** Reads what people said out of a body that another client made, and what the server says out of its own. */
final class Texts {
    private static final Notice NO_NOTICE = new Notice("", "");

    private Texts() {}

    /** Null for a body that this version cannot show, garbled ones included: the relay never looked inside. */
    static Body.@Nullable Text text(Bytes body) {
        return decode(body) instanceof Body.Text text ? text : null;
    }

    /** Null for a body that offers no file. */
    static Body.@Nullable File file(Bytes body) {
        return decode(body) instanceof Body.File file ? file : null;
    }

    /** Null for a body that is no reaction. */
    static @Nullable String emoji(Bytes body) {
        return decode(body) instanceof Body.Reaction reaction ? reaction.emoji() : null;
    }

    static Notice notice(Bytes body) {
        try {
            return MessageCodec.decodeNotice(body);
        } catch (MalformedException e) {
            return NO_NOTICE; // that something happened is worth more than nothing
        }
    }

    private static @Nullable Body decode(Bytes body) {
        try {
            return MessageCodec.decodeBody(body);
        } catch (MalformedException e) {
            return null;
        }
    }
}
