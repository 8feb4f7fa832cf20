package io.heliograph.common.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a device signs to log in (protocol.md 7.1): bound to this connection, so that nobody can pass it on. */
public final class LoginProof {
    private static final byte[] LABEL = "heliograph/1 login".getBytes(StandardCharsets.US_ASCII);

    private LoginProof() {}

    /** The octets under the signature; {@code exporter} is the connection's, {@code name} as in LOGIN. */
    public static byte[] signedOctets(byte[] exporter, String name) {
        byte[] nameOctets = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(LABEL.length + exporter.length + Short.BYTES + nameOctets.length)
                .put(LABEL)
                .put(exporter)
                .putShort((short) nameOctets.length)
                .put(nameOctets)
                .array();
    }
}
