package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heliograph.common.message.Body;
import io.heliograph.common.message.Notice;
import io.heliograph.common.util.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyCodecTest {
    @Test
    void aTextSaysWhatItAnswers() throws MalformedException {
        assertEquals("830162686900", MessageCodec.encode(new Body.Text("hi", 0)).toHex());
        assertEquals("830162686907", MessageCodec.encode(new Body.Text("hi", 7)).toHex());
        assertEquals(new Body.Text("hi", 7), decode("830162686907"));
        assertEquals(new Body.Text("hi", 7), decode("84016268690760"));
        assertEquals(new Body.Text("hi", 0), decode("8201626869"));
    }

    @Test
    void aReactionIsAShortWord() throws MalformedException {
        Body.Reaction reaction = new Body.Reaction("👍");
        assertEquals(reaction, MessageCodec.decodeBody(MessageCodec.encode(reaction)));
        String tooLong = "82027841" + "61".repeat(65);
        assertThrows(MalformedException.class, () -> decode(tooLong));
        assertThrows(MalformedException.class, () -> decode("820260"));
    }

    @Test
    void whatThisVersionCannotShowIsNoError() throws MalformedException {
        assertEquals(new Body.Unknown(9), decode("82096161"));
    }

    @Test
    void bodiesThatAreNoneAreMalformed() {
        for (String hex : List.of("", "80", "8101", "820160", "8201626869ff", "83016268696131", "60", "a0")) {
            assertThrows(MalformedException.class, () -> decode(hex), hex);
        }
    }

    @Test
    void aNoticeSurvivesTheWire() throws MalformedException {
        Notice notice = new Notice("ben", "too loud");
        assertEquals(notice, MessageCodec.decodeNotice(MessageCodec.encode(notice)));
        assertThrows(MalformedException.class, () -> MessageCodec.decodeNotice(Bytes.fromHex("816161")));
    }

    @Test
    void longTextsHaveADefiniteLength() throws MalformedException {
        for (int length : new int[] {23, 24, 255, 256, 3_996, 3_997, 49_152}) {
            Body.Text text = new Body.Text("D".repeat(length), 0);
            Bytes octets = MessageCodec.encode(text);
            int headBytes = length < 24 ? 1 : length < 256 ? 2 : 3;
            assertEquals(3 + headBytes + length, octets.length());
            assertEquals(text, MessageCodec.decodeBody(octets));
        }
    }

    private static Body decode(String hex) throws MalformedException {
        return MessageCodec.decodeBody(Bytes.fromHex(hex));
    }
}
