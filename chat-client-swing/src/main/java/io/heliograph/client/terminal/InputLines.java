package io.heliograph.client.terminal;

import io.heliograph.common.message.Bounds;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that end with LF, CR LF, or the end of input, in bounded memory however long they are.
 *
 * <p>Not thread-safe; owned by the thread that reads.
 */
final class InputLines {
    private static final int END = -1;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private long number;

    InputLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** Null at the end of input. */
    @Nullable
    InputLine next() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        long lengthBytes = 0;
        int octet = in.read();
        if (octet == END) {
            return null;
        }
        while (octet != END && octet != '\n') {
            lengthBytes++;
            // One more than a message may have: the CR of the end may still go.
            if (lengthBytes <= Bounds.MAX_TEXT_BYTES + 1) {
                octets.write(octet);
            }
            octet = in.read();
        }
        number++;
        return line(octets.toByteArray(), lengthBytes);
    }

    /** Text from octets that somebody else made; what is no UTF-8 is replaced. */
    static String decode(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    static boolean isUtf8(byte[] octets) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private InputLine line(byte[] octets, long lengthBytes) {
        boolean hasReturn = lengthBytes == octets.length && octets.length > 0 && octets[octets.length - 1] == '\r';
        long textBytes = hasReturn ? lengthBytes - 1 : lengthBytes;
        boolean tooLong = textBytes > Bounds.MAX_TEXT_BYTES;
        String text = decode(octets);
        text = hasReturn ? text.substring(0, text.length() - 1) : text;
        text = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return new InputLine(number, text, tooLong, !tooLong && !isUtf8(octets));
    }
}
