package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.frame.Frame;
import java.util.List;

/** Any octets: frames or {@link MalformedException}, nothing else. Set JAZZER_FUZZ=1 to search for new ones. */
class FrameCodecFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void decodes(byte[] octets) {
        List<Frame> frames;
        try {
            frames = FrameCodec.decode(octets, octets.length);
        } catch (MalformedException expected) {
            return;
        }
        for (Frame frame : frames) {
            if (!(frame instanceof Frame.Unknown)) {
                assertSurvives(frame);
            }
        }
    }

    /** What was read can be written, and reads the same. */
    private static void assertSurvives(Frame frame) {
        byte[] again = FrameCodec.encode(frame);
        assertEquals(FrameCodec.sizeOf(frame), again.length);
        try {
            List<Frame> read = FrameCodec.decode(again, again.length);
            assertEquals(List.of(frame), read);
            assertArrayEquals(again, FrameCodec.encode(read.get(0)));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
