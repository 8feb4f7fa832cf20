package io.heliograph.common.codec;

import io.heliograph.common.message.Body;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.Notice;
import io.heliograph.common.util.Bytes;

/** The content of an entry, a member's or the server's (protocol.md 6, "A body"). */
final class BodyCodec {
    private static final int TEXT = 1;
    private static final int REACTION = 2;

    private BodyCodec() {}

    static Bytes encode(Body body) {
        if (body instanceof Body.Text text) {
            return CborWriter.array(3, out -> out.uint(TEXT).text(text.text()).uint(text.replyToSeq()));
        } else if (body instanceof Body.Reaction reaction) {
            return CborWriter.array(2, out -> out.uint(REACTION).text(reaction.emoji()));
        }
        throw new IllegalArgumentException("a body of a later version cannot be written: " + body);
    }

    static Body decode(CborReader in) throws MalformedException {
        long kind = in.uint(Long.MAX_VALUE);
        if (kind == TEXT) {
            String text = in.text(Bounds.MAX_TEXT_BYTES);
            return new Body.Text(text, in.hasMore() ? in.uint(Long.MAX_VALUE) : 0);
        } else if (kind == REACTION) {
            return new Body.Reaction(in.text(Bounds.MAX_EMOJI_BYTES));
        }
        return new Body.Unknown(kind);
    }

    static Bytes encode(Notice notice) {
        return CborWriter.array(2, out -> out.text(notice.subject()).text(notice.text()));
    }

    static Notice decodeNotice(CborReader in) throws MalformedException {
        return new Notice(in.text(Bounds.MAX_NOTICE_BYTES), in.text(Bounds.MAX_NOTICE_BYTES));
    }
}
