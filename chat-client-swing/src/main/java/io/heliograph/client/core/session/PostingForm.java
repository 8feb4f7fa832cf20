package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * What a posting looks like on the wire, checked (protocol.md 6, 8.4).
 *
 * @param refSeq what it is about; 0 for none
 * @param whyNot empty, or why there can be no such posting
 */
record PostingForm(EntryKind kind, long refSeq, Bytes body, String whyNot) {

    static PostingForm of(ClientCommand.Posting posting) {
        if (posting instanceof ClientCommand.Say say) {
            return text(EntryKind.MESSAGE, 0, say.text(), say.replyToSeq());
        } else if (posting instanceof ClientCommand.Edit edit) {
            return about(edit.seq(), text(EntryKind.EDIT, edit.seq(), edit.text(), edit.replyToSeq()));
        } else if (posting instanceof ClientCommand.Delete delete) {
            return about(delete.seq(), new PostingForm(EntryKind.DELETE, delete.seq(), Bytes.EMPTY, ""));
        } else if (posting instanceof ClientCommand.React react) {
            return about(react.seq(), emoji(react));
        }
        throw new AssertionError("unhandled: " + posting);
    }

    /** The message that offers a file. */
    static PostingForm file(Body.File file) {
        return new PostingForm(EntryKind.MESSAGE, 0, MessageCodec.encode(file), "");
    }

    static String tooLong(int bytes, int maxBytes) {
        return RefusalCode.TOO_LONG + ": the message has " + bytes + " bytes, at most " + maxBytes + " are allowed";
    }

    private static PostingForm about(long seq, PostingForm form) {
        return seq >= 1 ? form : refused(RefusalCode.NO_SUCH_ENTRY + ": the message is not on the server yet");
    }

    private static PostingForm text(EntryKind kind, long refSeq, String text, long replyToSeq) {
        String clean = withoutControls(text);
        int bytes = clean.getBytes(StandardCharsets.UTF_8).length;
        if (clean.isEmpty()) {
            return refused(RefusalCode.MALFORMED + ": an empty message");
        } else if (bytes > Bounds.MAX_TEXT_BYTES) {
            return refused(tooLong(bytes, Bounds.MAX_TEXT_BYTES));
        }
        return new PostingForm(kind, refSeq, MessageCodec.encode(new Body.Text(clean, replyToSeq)), "");
    }

    private static PostingForm emoji(ClientCommand.React react) {
        String clean = withoutControls(react.emoji());
        int bytes = clean.getBytes(StandardCharsets.UTF_8).length;
        if (clean.isEmpty() || bytes > Bounds.MAX_EMOJI_BYTES) {
            return refused(RefusalCode.MALFORMED + ": a reaction has 1 to " + Bounds.MAX_EMOJI_BYTES + " bytes");
        }
        EntryKind kind = react.on() ? EntryKind.REACT : EntryKind.UNREACT;
        return new PostingForm(kind, react.seq(), MessageCodec.encode(new Body.Reaction(clean)), "");
    }

    private static PostingForm refused(String whyNot) {
        return new PostingForm(EntryKind.MESSAGE, 0, Bytes.EMPTY, whyNot);
    }

    /** protocol.md 6: a text may hold line feeds, no other control characters but tab. */
    private static String withoutControls(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(codePoint -> codePoint == '\n' || codePoint == '\t' || !Character.isISOControl(codePoint))
                .map(codePoint -> isLoneSurrogate(codePoint) ? '\uFFFD' : codePoint)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
