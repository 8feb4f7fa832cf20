package io.heliograph.client.launch;

/**
 * The command line asks for something that cannot be. The message is one sentence for people: what, and what to do.
 */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
