package io.heliograph.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line (a contract: scripts rely on it). Filled in by picocli. */
@Command(
        name = "chat-server",
        description = "Heliograph relay: one UDP port, no configuration needed.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ServerOptions {
    static final int DEFAULT_PORT = 12_345;

    @Option(names = "--bind", paramLabel = "ADDR", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    String bind = "0.0.0.0";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "UDP port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int port = DEFAULT_PORT;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder for all state (default: the platform's).")
    @Nullable
    Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file.")
    @Nullable
    Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets one configuration key; may be repeated.")
    List<String> set = new ArrayList<>();

    @Option(names = "--check-config", description = "Checks the configuration and exits: 0 if it is good, else 2.")
    boolean checkConfig;

    @Option(names = "--print-config", description = "Prints every setting with its origin, and exits.")
    boolean printConfig;

    @Option(
            names = "--default-config",
            description = "Prints a configuration file with every key explained, and exits.")
    boolean defaultConfig;

    @Option(names = "--console", description = "Reads operator commands from standard input though it is no terminal.")
    boolean console;

    @Option(names = "--log-format", paramLabel = "text|json", description = "Form of the log on standard error.")
    String logFormat = "text";

    @Option(
            names = "--metrics-port",
            paramLabel = "N",
            description = "Serves health and metrics over HTTP on the loopback interface; 0 takes a free port.")
    @Nullable
    Integer metricsPort;

    @Option(
            names = "--verify-backup",
            paramLabel = "BACKUP",
            description = "Checks a backup and exits: 0 if it is good, else 1.")
    @Nullable
    Path verifyBackup;

    @Option(
            names = "--restore",
            paramLabel = "BACKUP",
            description = "Makes the new folder that --data names out of a backup, and exits.")
    @Nullable
    Path restore;

    @Option(
            names = "--probe",
            paramLabel = "HOST:PORT",
            description = "Asks a running server for an answer and exits: 0 if it gives one, else 1.")
    @Nullable
    String probe;

    @Option(names = "--version", description = "Prints the version and exits.")
    boolean version;

    @Option(names = "--help", description = "Prints this help and exits.")
    boolean help;
}
