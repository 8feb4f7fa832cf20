package io.heliograph.common.handshake;

import java.util.List;

/** The cipher suites of this version (protocol.md 3.1). */
final class Suites {
    static final int VERSION = 1;

    /** RSA-OAEP with SHA-256, X25519, Ed25519, HKDF-SHA256, AES-256-CBC, HMAC-SHA256. */
    static final String H1 = "H1";

    static final List<String> OFFERED = List.of(H1);

    private Suites() {}
}
