package io.heliograph.server;

import io.heliograph.server.logging.Logging;
import java.io.PrintStream;

/** Where the server prints: answers on standard output, the log beside it. */
record Streams(PrintStream out, Logging logging) {}
