package io.heliograph.server.store;

/** Why a piece of work has not happened. */
public enum StoreFault {
    /** The disk is full, or cannot be written: nothing is lost, try again later. */
    READ_ONLY,
    /** Too much waits already. */
    OVERLOADED,
    /** The stored state contradicts itself, or a defect of ours; logged where it happened. */
    DEFECT
}
