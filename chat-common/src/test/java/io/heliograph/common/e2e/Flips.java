package io.heliograph.common.e2e;

import io.heliograph.common.util.Bytes;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every octet string that differs in one bit, and every one that is cut. */
final class Flips {
    private Flips() {}

    static Stream<Bytes> bitsOf(Bytes octets) {
        return IntStream.range(0, 8 * octets.length()).mapToObj(bit -> {
            byte[] forged = octets.toArray();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            return Bytes.takingOver(forged);
        });
    }

    static Stream<Bytes> cutsOf(Bytes octets) {
        return IntStream.range(0, octets.length()).mapToObj(length -> Octets.slice(octets, 0, length));
    }
}
