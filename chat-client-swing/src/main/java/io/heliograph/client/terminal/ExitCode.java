package io.heliograph.client.terminal;

/** What the process tells the shell: a contract. */
final class ExitCode {
    static final int OK = 0;
    static final int BAD_USAGE = 2;
    static final int NOT_DELIVERED = 3;
    static final int REFUSED = 4;
    static final int UNREACHABLE = 5;

    private ExitCode() {}
}
