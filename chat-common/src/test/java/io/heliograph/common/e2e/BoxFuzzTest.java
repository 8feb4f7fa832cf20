package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.util.Bytes;

/** Any octets as a box, behind its first five octets, and inside one: never an exception, and nothing forged opens. */
class BoxFuzzTest {
    private static final Person ANN = Person.of("ann", 1);
    private static final Person BEN = Person.of("ben", 2);

    @FuzzTest(maxDuration = "10m")
    void opensNothingForged(byte[] octets) {
        checkForged(Bytes.copyOf(octets));
        checkForged(new Octets().u8(1).u32(1).add(octets).toBytes());
        BoxContent content = BoxContent.Format.decode(Bytes.copyOf(octets));
        if (content != null) {
            assertEquals(content, BoxContent.Format.decode(BoxContent.Format.encode(content)));
        }
    }

    private static void checkForged(Bytes box) {
        assertNull(BoxSeal.open(box, ANN.deviceKey(), BEN.deviceKey(), id -> BEN.prekey()));
    }
}
