package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCodecTest {
    private static final SeededRandom RANDOM = new SeededRandom(1);
    private static final Bytes CID = random(8);
    private static final String PAYLOAD = "A".repeat(86) + "==";
    private static final String SEALED =
            "{\"type\":\"DATA\",\"cid\":\"AAAAAAAAAAA=\",\"epoch\":1,\"seq\":2,\"payload\":\"" + PAYLOAD + "\"}";

    @ParameterizedTest
    @EnumSource
    void sealedRecordSurvives(RecordKind kind) throws MalformedException {
        Packet.Sealed packet = new Packet.Sealed(kind, CID, Limits.MAX_EPOCH, Limits.MAX_SEQ, random(80));

        assertEquals(packet, decode(PacketCodec.encode(packet)));
    }

    @Test
    void membersAreWrittenInTheOrderOfTheTables() {
        Packet.Sealed packet = new Packet.Sealed(
                RecordKind.DATA, Bytes.copyOf(new byte[8]), 1, 2, Bytes.copyOf(new byte[Limits.MIN_PAYLOAD_BYTES]));

        assertEquals(SEALED, new String(PacketCodec.encode(packet), StandardCharsets.US_ASCII));
    }

    @Test
    void requestSurvivesAndFillsTheDatagram() throws MalformedException {
        Packet.KeyReq asking = new Packet.KeyReq(1, List.of("H1", "H2"), random(32), random(294), random(32), null);
        Packet.KeyReq longest = new Packet.KeyReq(
                1, List.of("H1"), random(32), random(Limits.MAX_RSA_SPKI_BYTES), random(32), random(64));

        for (Packet.KeyReq request : List.of(asking, asking.withCookie(random(21)), longest)) {
            byte[] datagram = PacketCodec.encode(request);
            assertEquals(Limits.KEY_REQ_BYTES, datagram.length);
            assertEquals(request, decode(datagram));
        }
    }

    @Test
    void answersSurvive() throws MalformedException {
        Packet.KeyRetry retry = new Packet.KeyRetry(random(32), random(21));
        Packet.KeyRep reply = new Packet.KeyRep(CID, "H1", random(32), random(512), random(32), random(32), random(64));

        assertEquals(retry, decode(PacketCodec.encode(retry)));
        assertEquals(reply, decode(PacketCodec.encode(reply)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"later\":1",
                "\"later\":{\"a\":[{\"b\":1}]}",
                "\"sig\":\"AAAA\"",
                "\"later\":\"\u00e4\u20ac\"",
                "\"later\":null"
            })
    void unknownMembersAreIgnored(String member) throws MalformedException {
        assertEquals(read(SEALED), read(SEALED.replace("{\"type\"", "{" + member + ",\"type\"")));
    }

    @Test
    void orderAndWhiteSpaceDoNotMatter() throws MalformedException {
        String other = " { \"seq\" : 2 ,\r\n\t\"payload\":\"" + PAYLOAD
                + "\",\"epoch\":1,\"cid\":\"AAAAAAAAAAA=\",\"type\":\"DATA\" } \n";

        assertEquals(read(SEALED), read(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "[]",
                "null",
                "\"DATA\"",
                "{",
                "{}",
                "{\"type\":1}",
                "{\"type\":\"data\"}",
                "{\"type\":\"DISCOVER\"}",
                "{\"type\":\"DATA\"}",
                "{'type':'DATA'}"
            })
    void whatIsNoPacketIsRefused(String text) {
        assertThrows(MalformedException.class, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"epoch\":1|\"epoch\":-1",
                "\"epoch\":1|\"epoch\":65536",
                "\"epoch\":1|\"epoch\":1.0",
                "\"epoch\":1|\"epoch\":1e0",
                "\"epoch\":1|\"epoch\":01",
                "\"epoch\":1|\"epoch\":\"1\"",
                "\"epoch\":1|\"epoch\":null",
                "\"epoch\":1|\"epoch\":true",
                "\"epoch\":1|\"epoch\":[1]",
                "\"epoch\":1|\"epoch\":99999999999999999999999",
                "\"epoch\":1|\"epoch\":1,\"epoch\":1",
                "\"epoch\":1|\"epoch\":NaN",
                "\"epoch\":1,|",
                "\"seq\":2|\"seq\":9007199254740992",
                "\"seq\":2|\"seq\":-1",
                "\"type\":\"DATA\"|\"type\":\"DATA\",\"type\":\"ACK\"",
                "\"type\":\"DATA\"|\"type\":\"DATA\",\"x\":{\"y\":1,\"y\":2}",
                "\"type\":\"DATA\"|\"type\":\"DATA\",\"x\":[[[[1]]]]",
                "AAAAAAAAAAA=|AAAAAAAAAAA",
                "AAAAAAAAAAA=|AAAAAAAAAA=",
                "AAAAAAAAAAA=|AAAAAAAAAAB=",
                "AAAAAAAAAAA=|AAAAAAAAAA==",
                "AAAAAAAAAAA=|AAAAAAAAAAAA",
                "AAAAAAAAAAA=|AAAAAAAAA_A=",
                "AAAAAAAAAAA=|AAAA AAAAAAA=",
                "AAAAAAAAAAA=|AAAAAAA\\nAAA=",
                "AAAAAAAAAAA=|AAAAAAA=AAA=",
                "AAAAAAAAAAA=|",
                "==\"|A==\"",
                "==\"|B==\"",
                "AAAA|AAA",
                "}|}}",
                "}|} x",
                "}|}{}",
                "}|,}",
                "}|"
            })
    void eachSmallMistakeIsRefused(String change) {
        String[] fromTo = change.split("\\|", 2);
        int at = SEALED.indexOf(fromTo[0]);
        String wrong = SEALED.substring(0, at) + fromTo[1] + SEALED.substring(at + fromTo[0].length());

        assertThrows(MalformedException.class, () -> read(wrong), wrong);
    }

    @Test
    void otherEncodingsAreRefused() {
        for (String charset : List.of("UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")) {
            byte[] datagram = SEALED.getBytes(Charset.forName(charset));
            assertThrows(MalformedException.class, () -> decode(datagram), charset);
        }
        assertThrows(MalformedException.class, () -> read("\ufeff" + SEALED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "e08080", "eda080", "f4908080", "80", "c3"})
    void brokenUtf8IsRefusedEvenWhereNobodyLooks(String hex) {
        byte[] broken = Bytes.fromHex(hex).toArray();
        byte[] head = "{\"x\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\"," + SEALED.substring(1)).getBytes(StandardCharsets.US_ASCII);
        byte[] datagram = Arrays.copyOf(head, head.length + broken.length + tail.length);
        System.arraycopy(broken, 0, datagram, head.length, broken.length);
        System.arraycopy(tail, 0, datagram, head.length + broken.length, tail.length);

        assertThrows(MalformedException.class, () -> decode(datagram));
    }

    @Test
    void datagramAboveTheLimitIsRefused() {
        String longest = SEALED + " ".repeat(Limits.MAX_DATAGRAM_BYTES - SEALED.length());

        assertEquals(Limits.MAX_DATAGRAM_BYTES, longest.length());
        assertThrows(MalformedException.class, () -> read(longest + " "));
    }

    @Test
    void onlyTheGivenLengthIsRead() throws MalformedException {
        byte[] buffer = Arrays.copyOf(SEALED.getBytes(StandardCharsets.US_ASCII), 1500);
        Arrays.fill(buffer, SEALED.length(), buffer.length, (byte) 'x');

        assertEquals(read(SEALED), PacketCodec.decode(buffer, SEALED.length()));
    }

    @Test
    void requestOfAnotherLengthIsRefused() {
        Packet.KeyReq request = new Packet.KeyReq(1, List.of("H1"), random(32), random(294), random(32), null);
        byte[] datagram = PacketCodec.encode(request);
        String shorter = new String(datagram, StandardCharsets.US_ASCII).replace("0\"}", "\"}");

        assertEquals(Limits.KEY_REQ_BYTES - 1, shorter.length());
        assertThrows(MalformedException.class, () -> read(shorter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1]",
                "[\"\"]",
                "[\"A12345678901234567\"]",
                "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]",
                "[[\"H1\"]]",
                "\"H1\"",
                "[\"H1\",null]"
            })
    void suitesOutOfBoundsAreRefused(String suites) {
        Packet.KeyReq request = new Packet.KeyReq(1, List.of("H1"), random(32), random(294), random(32), null);
        String text = new String(PacketCodec.encode(request), StandardCharsets.US_ASCII);
        String grown = text.replace("[\"H1\"]", suites);
        int excess = grown.length() - text.length();
        String wrong = excess >= 0
                ? grown.substring(0, grown.length() - 2 - excess) + "\"}"
                : grown.substring(0, grown.length() - 2) + "0".repeat(-excess) + "\"}";

        assertEquals(Limits.KEY_REQ_BYTES, wrong.length());
        assertThrows(MalformedException.class, () -> read(wrong), wrong);
    }

    @Test
    void memberOfAnotherLengthIsRefused() {
        for (int length : new int[] {0, 31, 33}) {
            byte[] datagram = PacketCodec.encode(new Packet.KeyRetry(random(length), random(21)));
            assertThrows(MalformedException.class, () -> decode(datagram));
        }
        byte[] tooLongCookie = PacketCodec.encode(new Packet.KeyRetry(random(32), random(65)));
        assertThrows(MalformedException.class, () -> decode(tooLongCookie));
    }

    private static Packet read(String text) throws MalformedException {
        return decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Packet decode(byte[] datagram) throws MalformedException {
        return PacketCodec.decode(datagram, datagram.length);
    }

    private static Bytes random(int length) {
        return Bytes.takingOver(RANDOM.bytes(length));
    }
}
