package io.heliograph.common.codec;

import io.heliograph.common.frame.CloseNotice;
import io.heliograph.common.frame.KeyChange;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The connection's own messages: CLOSE and what travels on lane 0 (protocol.md 5.5, 5.9).
 *
 * <p>Thread-safe: holds no state.
 */
public final class ControlCodec {
    private static final int REKEY = 1;
    private static final int REKEYED = 2;
    private static final long MAX_EPOCH = 0xFFFF_FFFFL;

    private ControlCodec() {}

    public static Bytes encode(CloseNotice notice) {
        return CborWriter.array(2, out -> out.uint(notice.code()).text(shortened(notice.reason())));
    }

    public static CloseNotice decodeClose(byte[] plaintext) throws MalformedException {
        CborReader in = CborReader.of(plaintext);
        in.beginArray();
        CloseNotice notice = new CloseNotice((int) in.uint(Integer.MAX_VALUE), printable(shortened(in.text())));
        in.endArray();
        in.end();
        return notice;
    }

    public static Bytes encode(KeyChange change) {
        return CborWriter.array(3, out -> out.uint(change.answer() ? REKEYED : REKEY)
                .uint(change.epoch())
                .octets(change.publicKey()));
    }

    /** Null for a message of a later version. */
    public static @Nullable KeyChange decodeKeyChange(Bytes octets) throws MalformedException {
        CborReader in = CborReader.of(octets.asReadOnlyArray());
        in.beginArray();
        long code = in.uint(Long.MAX_VALUE);
        if (code != REKEY && code != REKEYED) {
            return null;
        }
        KeyChange change = new KeyChange(code == REKEYED, in.uint(MAX_EPOCH), in.octets());
        in.endArray();
        in.end();
        if (change.publicKey().length() != KeyChange.PUBLIC_KEY_BYTES) {
            throw new MalformedException("a public key of " + change.publicKey().length() + " bytes");
        }
        return change;
    }

    /** A reason is passed on to other people's screens. */
    private static String printable(String reason) {
        return reason.replaceAll("\\p{Cntrl}", " ");
    }

    private static String shortened(String reason) {
        String cut = reason;
        while (cut.getBytes(StandardCharsets.UTF_8).length > CloseNotice.MAX_REASON_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
