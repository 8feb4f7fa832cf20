package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.frame.KeyChange;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ClientMessage.Unusable;
import io.heliograph.common.message.ClientMessage.UnusablePost;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.stream.Stream;

/** Any octets: a message, nothing, or {@link MalformedException}. Set JAZZER_FUZZ=1 to search for new ones. */
class MessageCodecFuzzTest {
    /** Reads octets of one kind and, where it can, writes them again. */
    private interface RoundTrip {
        void check(Bytes octets) throws MalformedException;
    }

    @FuzzTest(maxDuration = "10m")
    void decodes(byte[] octets) {
        Bytes message = Bytes.copyOf(octets);
        check(message, MessageCodecFuzzTest::clientMessage);
        check(message, MessageCodecFuzzTest::serverMessage);
        check(message, MessageCodecFuzzTest::body);
        check(message, MessageCodecFuzzTest::notice);
        check(message, MessageCodecFuzzTest::keyChange);
        check(message, plaintext -> ControlCodec.decodeClose(plaintext.toArray()));
    }

    private static void check(Bytes octets, RoundTrip trip) {
        try {
            trip.check(octets);
        } catch (MalformedException expected) {
            assertEquals(0, expected.getStackTrace().length);
        }
    }

    private static void clientMessage(Bytes octets) throws MalformedException {
        ClientMessage message = MessageCodec.decodeClient(octets);
        if (message != null && !(message instanceof Unusable) && !(message instanceof UnusablePost)) {
            assertEquals(message, MessageCodec.decodeClient(MessageCodec.encode(message)));
        }
    }

    private static void serverMessage(Bytes octets) throws MalformedException {
        ServerMessage message = MessageCodec.decodeServer(octets);
        if (message != null && !hasUnknownEntry(message)) {
            assertEquals(message, MessageCodec.decodeServer(MessageCodec.encode(message)));
        }
    }

    /** Entries of a later version are only ever read. */
    private static boolean hasUnknownEntry(ServerMessage message) {
        if (message instanceof ServerMessage.Appended appended) {
            return appended.entry().kind() == null;
        } else if (message instanceof ServerMessage.Page page) {
            return Stream.concat(page.entries().stream(), page.amendments().stream())
                    .anyMatch(entry -> entry.kind() == null);
        }
        return false;
    }

    private static void body(Bytes octets) throws MalformedException {
        Body body = MessageCodec.decodeBody(octets);
        if (!(body instanceof Body.Unknown)) {
            assertEquals(body, MessageCodec.decodeBody(MessageCodec.encode(body)));
        }
    }

    private static void notice(Bytes octets) throws MalformedException {
        Notice notice = MessageCodec.decodeNotice(octets);
        assertEquals(notice, MessageCodec.decodeNotice(MessageCodec.encode(notice)));
    }

    private static void keyChange(Bytes octets) throws MalformedException {
        KeyChange change = ControlCodec.decodeKeyChange(octets);
        if (change != null) {
            assertEquals(change, ControlCodec.decodeKeyChange(ControlCodec.encode(change)));
        }
    }
}
