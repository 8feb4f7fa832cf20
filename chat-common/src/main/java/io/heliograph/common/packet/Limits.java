package io.heliograph.common.packet;

/** Sizes and ranges on the wire, all fixed by the protocol. */
public final class Limits {
    /** Passes every path that IPv6 may use (protocol.md 2). */
    public static final int MAX_DATAGRAM_BYTES = 1200;

    /** The request is as long as a datagram may be, so no reply is longer (protocol.md 3.1). */
    public static final int KEY_REQ_BYTES = MAX_DATAGRAM_BYTES;

    /** How deep JSON may nest, the outer object included. */
    public static final int MAX_DEPTH = 4;

    public static final int CID_BYTES = 8;
    public static final int RANDOM_BYTES = 32;
    public static final int X25519_BYTES = 32;
    public static final int IDENTITY_BYTES = 32;
    public static final int SIGNATURE_BYTES = 64;
    public static final int SECRET_BYTES = 32;

    public static final int MAX_VERSION = 255;
    public static final int MAX_SUITES = 8;
    public static final int MAX_SUITE_CHARS = 16;
    public static final int MAX_COOKIE_BYTES = 64;
    public static final int MAX_RSA_SPKI_BYTES = 550;
    public static final int MIN_RSA_BITS = 2048;
    public static final int MAX_RSA_BITS = 4096;
    public static final int MIN_WRAPPED_BYTES = MIN_RSA_BITS / 8;
    public static final int MAX_WRAPPED_BYTES = MAX_RSA_BITS / 8;

    public static final int NONCE_BYTES = 8;
    public static final int MAX_SERVER_NAME_BYTES = 96;

    public static final int TAG_BYTES = 32;
    public static final int IV_BYTES = 16;
    public static final int BLOCK_BYTES = 16;

    /** How many cipher blocks fit into the payload of a datagram, whatever its epoch and number (protocol.md 4.1). */
    public static final int MAX_BLOCKS = 49;

    public static final int MIN_PAYLOAD_BYTES = TAG_BYTES + IV_BYTES + BLOCK_BYTES;
    public static final int MAX_PAYLOAD_BYTES = TAG_BYTES + IV_BYTES + MAX_BLOCKS * BLOCK_BYTES;

    /** PKCS#7 adds at least one octet. */
    public static final int MAX_PLAINTEXT_BYTES = MAX_BLOCKS * BLOCK_BYTES - 1;

    /** Small enough that the longest record header leaves room for {@link #MAX_BLOCKS}. */
    public static final int MAX_EPOCH = 0xFFFF;

    /** What every JSON reader can hold exactly. */
    public static final long MAX_SEQ = (1L << 53) - 1;

    private Limits() {}
}
