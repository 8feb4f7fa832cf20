package io.heliograph.client.terminal;

/**
 * How the client ends.
 *
 * @param line why and what to do, for standard error; empty if there is nothing to say
 */
record Exit(int code, String line) {
    static Exit ok() {
        return new Exit(ExitCode.OK, "");
    }
}
