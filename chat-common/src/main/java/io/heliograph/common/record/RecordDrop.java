package io.heliograph.common.record;

/** Why a record was dropped (protocol.md 4.2), in the order of the checks. */
public enum RecordDrop {
    /** It names another connection. */
    WRONG_CONNECTION,
    /** No keys for its epoch: not derived yet, or erased already. */
    UNKNOWN_EPOCH,
    /** Its payload is not a tag, an initialisation vector and whole blocks. */
    BAD_LENGTH,
    /** Its number was accepted before, or lies behind the window. */
    REPLAYED,
    /** It is forged or damaged. */
    BAD_TAG,
    /** The tag was right and the padding is not: the peer itself is wrong. */
    BAD_PADDING
}
