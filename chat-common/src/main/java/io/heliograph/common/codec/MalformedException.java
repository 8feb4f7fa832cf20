package io.heliograph.common.codec;

/** Octets that are not what they should be. The message is for counters and logs and never holds the octets. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Hostile input makes many of these, so they carry no stack trace. */
    public MalformedException(String message) {
        super(message, null, false, false);
    }
}
