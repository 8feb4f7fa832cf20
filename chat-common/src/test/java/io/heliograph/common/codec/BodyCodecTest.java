package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
    void aFileSaysWhereItLiesAndHowItOpens() throws MalformedException {
        Body.File file = file("notes.txt", 1L << 50, 40_000, "c".repeat(4_000));
        assertEquals(file, MessageCodec.decodeBody(MessageCodec.encode(file)));
        String empty = "8803" + "6161" + "00" + "50" + "00".repeat(16) + ("5820" + "00".repeat(32)).repeat(2) + "4060";
        assertEquals(empty, MessageCodec.encode(file("a", 0, 0, "")).toHex());
        assertEquals(file("a", 0, 0, ""), decode("89" + empty.substring(2) + "f5"), "later elements");
    }

    @Test
    void aFileHasItsBounds() {
        String tail = "50" + "00".repeat(16) + ("5820" + "00".repeat(32)).repeat(2);
        for (String hex : List.of(
                "8803" + "60" + "00" + tail + "4060", // no name
                "8803" + "790100" + "61".repeat(256) + "00" + tail + "4060", // a name of 256 bytes
                "8803" + "6161" + "1b0004000000000001" + tail + "4060", // 2^50 + 1 bytes
                "8803" + "6161" + "00" + tail.replaceFirst("50", "4f") + "4060", // a blob of 15 bytes
                "8803" + "6161" + "00" + tail + "599c41" + "00".repeat(40_001) + "60",
                "8803" + "6161" + "00" + tail + "40" + "790fa1" + "61".repeat(4_001),
                "8703" + "6161" + "00" + tail + "40")) {
            assertThrows(MalformedException.class, () -> decode(hex), hex.substring(0, 30));
        }
        assertThrows(IllegalArgumentException.class, () -> file("a", (1L << 50) + 1, 0, ""));
        assertThrows(IllegalArgumentException.class, () -> file("a", -1, 0, ""));
        assertThrows(IllegalArgumentException.class, () -> file("a", 0, 40_001, ""));
    }

    @Test
    void aFilesKeyIsNeverPrinted() {
        assertFalse(file("a", 0, 0, "").toString().contains("0000"));
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

    private static Body.File file(String name, long sizeBytes, int thumbnailBytes, String caption) {
        Bytes key = Bytes.takingOver(new byte[32]);
        return new Body.File(
                name,
                sizeBytes,
                Bytes.takingOver(new byte[16]),
                key,
                key,
                Bytes.takingOver(new byte[thumbnailBytes]),
                caption);
    }

    private static Body decode(String hex) throws MalformedException {
        return MessageCodec.decodeBody(Bytes.fromHex(hex));
    }
}
