package io.heliograph.common.channel;

/** How long the datagram will be that carries a plaintext (protocol.md 4.1), which is what congestion is about. */
final class WireSize {
    private static final int CIPHER_BLOCK_BYTES = 16;
    private static final int TAG_AND_IV_BYTES = 48;

    /** Names and punctuation, the connection id and numbers of a usual length. */
    private static final int JSON_BYTES = 76;

    private WireSize() {}

    static int ofPlaintext(int length) {
        int sealed = TAG_AND_IV_BYTES + (length / CIPHER_BLOCK_BYTES + 1) * CIPHER_BLOCK_BYTES;
        return JSON_BYTES + (sealed + 2) / 3 * 4;
    }
}
