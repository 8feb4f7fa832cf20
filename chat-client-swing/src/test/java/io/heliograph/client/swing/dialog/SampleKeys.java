package io.heliograph.client.swing.dialog;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.e2e.SafetyNumber;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import java.util.List;

/** Keys that are nobody's. */
public final class SampleKeys {
    public static final String FINGERPRINT =
            new IdentityPublicKey(key(9)).fingerprint().toString();

    private SampleKeys() {}

    public static Bytes key(int number) {
        byte[] octets = new byte[32];
        Arrays.fill(octets, (byte) number);
        return Bytes.takingOver(octets);
    }

    public static ClientEvent.TrustShown trust(String name, TrustLevel level, boolean waits) {
        return new ClientEvent.TrustShown(
                name,
                level,
                SafetyNumber.of("ann", key(1), name, key(2)),
                waits ? SafetyNumber.of("ann", key(1), name, key(3)) : null,
                List.of("abandon-ability", "able-about"),
                RecordedDesk.NOW_MS - 90_000_000_000L);
    }
}
