package io.heliograph.common.codec;

import io.heliograph.common.message.Body;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.Notice;
import io.heliograph.common.util.Bytes;

/** The content of an entry, a member's or the server's (protocol.md 6, "A body"). */
final class BodyCodec {
    private static final int TEXT = 1;
    private static final int REACTION = 2;
    private static final int FILE = 3;
    private static final int FILE_ELEMENTS = 8;

    private BodyCodec() {}

    static Bytes encode(Body body) {
        if (body instanceof Body.Text text) {
            return CborWriter.array(3, out -> out.uint(TEXT).text(text.text()).uint(text.replyToSeq()));
        } else if (body instanceof Body.Reaction reaction) {
            return CborWriter.array(2, out -> out.uint(REACTION).text(reaction.emoji()));
        } else if (body instanceof Body.File file) {
            return encode(file);
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
        } else if (kind == FILE) {
            return file(in);
        }
        return new Body.Unknown(kind);
    }

    private static Bytes encode(Body.File file) {
        return CborWriter.array(FILE_ELEMENTS, out -> out.uint(FILE)
                .text(file.name())
                .uint(file.sizeBytes())
                .octets(file.blob())
                .octets(file.key())
                .octets(file.sha256())
                .octets(file.thumbnail())
                .text(file.caption()));
    }

    private static Body.File file(CborReader in) throws MalformedException {
        return new Body.File(
                in.text(Body.File.MAX_NAME_BYTES),
                in.uint(Body.File.MAX_SIZE_BYTES),
                in.octets(Body.File.BLOB_BYTES, Body.File.BLOB_BYTES),
                in.octets(Body.File.KEY_BYTES, Body.File.KEY_BYTES),
                in.octets(Body.File.KEY_BYTES, Body.File.KEY_BYTES),
                in.octets(0, Body.File.MAX_THUMBNAIL_BYTES),
                in.text(Body.File.MAX_CAPTION_BYTES));
    }

    static Bytes encode(Notice notice) {
        return CborWriter.array(2, out -> out.text(notice.subject()).text(notice.text()));
    }

    static Notice decodeNotice(CborReader in) throws MalformedException {
        return new Notice(in.text(Bounds.MAX_NOTICE_BYTES), in.text(Bounds.MAX_NOTICE_BYTES));
    }
}
