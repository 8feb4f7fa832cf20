package io.heliograph.client.terminal;

/**
 * The command line asks for something that cannot be. The message is one sentence for people: what, and what to do.
 */
final class UsageException extends Exception {
    UsageException(String message) {
        super(message);
    }
}
