package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heliograph.common.frame.Frame;
import io.heliograph.common.frame.SeqRange;
import io.heliograph.common.util.Bytes;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
    private static final Bytes TOKEN = Bytes.takingOver(new byte[Frame.PathChallenge.TOKEN_BYTES]);

    static List<Frame> frames() {
        return List.of(
                new Frame.Ping(),
                new Frame.Ack(
                        25_000, List.of(new SeqRange(70_000, 70_000), new SeqRange(300, 24), new SeqRange(22, 0))),
                new Frame.Ack(0, List.of(new SeqRange(FrameCodec.MAX_NUMBER, 0))),
                new Frame.Message(7, FrameCodec.MAX_NUMBER, Bytes.copyOf((byte) 1)),
                new Frame.Message(0, 0, Bytes.takingOver(new byte[700])),
                new Frame.Fragment(3, 65_536, 127, 128, Bytes.takingOver(new byte[512])),
                new Frame.Datagram(Bytes.takingOver(new byte[24])),
                new Frame.PathChallenge(TOKEN),
                new Frame.PathResponse(TOKEN));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void readsWhatItWrites(Frame frame) throws MalformedException {
        byte[] plaintext = FrameCodec.encode(frame);

        assertEquals(FrameCodec.sizeOf(frame), plaintext.length);
        assertEquals(List.of(frame), FrameCodec.decode(plaintext, plaintext.length));
    }

    @Test
    void readsSeveralFramesInTheirOrder() throws MalformedException {
        byte[] plaintext = FrameCodec.encode(frames().toArray(Frame[]::new));

        assertEquals(frames(), FrameCodec.decode(plaintext, plaintext.length));
    }

    /** The examples were made by hand from protocol.md 5.1 and RFC 8949. */
    @Test
    void writesTheShortestForm() {
        assertArrayEquals(hex("8101"), FrameCodec.encode(new Frame.Ping()));
        assertArrayEquals(
                hex("8602186418ff18640300"),
                FrameCodec.encode(new Frame.Ack(100, List.of(new SeqRange(255, 100), new SeqRange(3, 0)))));
        assertArrayEquals(
                hex("840301190100426869"),
                FrameCodec.encode(new Frame.Message(1, 256, Bytes.copyOf((byte) 'h', (byte) 'i'))));
        assertArrayEquals(
                hex("8604031a0001000000024161"),
                FrameCodec.encode(new Frame.Fragment(3, 65_536, 0, 2, Bytes.copyOf((byte) 'a'))));
    }

    @Test
    void ignoresElementsThatWereAddedLater() throws MalformedException {
        assertEquals(List.of(new Frame.Ping()), decode("85 01 63616263 8101 a10102 c101"));
        assertEquals(
                List.of(new Frame.Message(1, 2, Bytes.copyOf((byte) 9)), new Frame.Ping()),
                decode("86 03 01 02 4109 f6 fb0000000000000000 8101"));
    }

    @Test
    void keepsAFrameOfAnUnknownCodeBecauseItAsksForAcknowledgement() throws MalformedException {
        List<Frame> frames = decode("83 1863 41ff 20 8101");

        assertEquals(List.of(new Frame.Unknown(99), new Frame.Ping()), frames);
        assertEquals(true, frames.get(0).isAckEliciting());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80", // no code
                "01", // not an array
                "81", // ends early
                "8120", // a negative code
                "9f01ff", // an array of indefinite length
                "8403015f41 61ff", // octets of indefinite length
                "83030100", // no message
                "84030800 4161", // lane 8
                "84030100 40", // an empty message
                "84030100 6161", // a text for a message
                "84030100 5affffffff", // longer than the plaintext
                "84030100 5bffffffffffffffff", // longer than any array
                "8403011b0020000000000000 4161", // a number above 2^53-1
                "86040100 0001 4161", // one part
                "86040100 0202 4161", // an index behind the end
                "86040100 00188141 61", // 129 parts
                "8202 00", // no ranges
                "8302 00 01", // half a range
                "8402 00 01 02", // low above high
                "8602 00 05 03 03 01", // ranges overlap
                "8602 00 03 01 09 07", // ranges ascend
                "8602 00 03 00 00 00", // below zero
                "8206 4f000000000000000000000000000000", // a challenge of 15 bytes
                "82188182818281828101", // nested too deeply
                "8101 00", // something that is no frame behind one
            })
    void refuses(String plaintext) {
        assertThrows(MalformedException.class, () -> decode(plaintext));
    }

    @Test
    void refusesAnEmptyPlaintext() {
        assertThrows(MalformedException.class, () -> FrameCodec.decode(new byte[0], 0));
    }

    @Test
    void refusesMoreThan32Ranges() {
        StringBuilder ranges = new StringBuilder("98 44 02 00");
        for (int high = 99; high > 99 - 66; high -= 2) {
            ranges.append(String.format("18%02x18%02x", high, high));
        }
        assertThrows(MalformedException.class, () -> decode(ranges.toString()));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "23,1", "24,2", "255,2", "256,3", "65535,3", "65536,5", "4294967295,5", "4294967296,9"})
    void knowsHowLongANumberWillBe(long number, int bytes) {
        Frame frame = new Frame.Message(1, number, Bytes.copyOf((byte) 1));

        assertEquals(bytes + 5, FrameCodec.sizeOf(frame));
        assertEquals(bytes + 5, FrameCodec.encode(frame).length);
    }

    private static List<Frame> decode(String plaintext) throws MalformedException {
        byte[] octets = hex(plaintext.replace(" ", ""));
        return FrameCodec.decode(octets, octets.length);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
