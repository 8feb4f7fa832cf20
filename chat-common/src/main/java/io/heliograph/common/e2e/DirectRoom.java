package io.heliograph.common.e2e;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;

/** What messages and boxes call a conversation of two (protocol.md 13.4). Thread-safe: a pure function. */
public final class DirectRoom {
    private static final String LABEL = "direct";

    private DirectRoom() {}

    /** The same whichever of the two asks; it is the head as well. */
    public static Bytes id(Bytes accountKeyA, Bytes accountKeyB) {
        byte[] a = accountKeyA.asReadOnlyArray();
        byte[] b = accountKeyB.asReadOnlyArray();
        boolean inOrder = Arrays.compareUnsigned(a, b) <= 0;
        return Sha256.digest(Octets.label(LABEL), inOrder ? a : b, inOrder ? b : a);
    }
}
