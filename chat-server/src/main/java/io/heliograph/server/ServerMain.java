package io.heliograph.server;

import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.net.EventLoop;
import io.heliograph.server.config.ConfigException;
import io.heliograph.server.config.ConfigKey;
import io.heliograph.server.config.ConfigSource;
import io.heliograph.server.config.ServerConfig;
import io.heliograph.server.folder.StartException;
import io.heliograph.server.logging.Logging;
import io.heliograph.server.relay.Configured;
import io.heliograph.server.relay.RelayServer;
import io.heliograph.server.routing.ServerVersion;
import io.heliograph.server.store.sql.BackupException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Starts the relay from its command line. The only place that ends the process. */
public final class ServerMain {
    static final int EXIT_OK = 0;
    static final int EXIT_FATAL = 1;
    static final int EXIT_USAGE = 2;
    private static final String HISTORY_FILE = "console.history";
    private static final int MAX_PORT = 65_535;

    private ServerMain() {}

    /** Exit status: 0 after a clean stop, 1 for anything fatal, 2 for bad usage or configuration. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(arguments, out, err);
        out.flush();
        // Threads that still wait on standard input must not keep a stopped server alive.
        System.exit(status);
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        ServerOptions options = new ServerOptions();
        CommandLine commandLine = new CommandLine(options);
        try {
            commandLine.parseArgs(arguments);
            checkValues(options);
            if (options.help) {
                commandLine.usage(out);
            } else if (options.version) {
                out.println("Heliograph server " + ServerVersion.TEXT);
            } else if (options.verifyBackup != null) {
                Recovery.verify(options.verifyBackup, out);
            } else if (options.restore != null) {
                Recovery.restore(options.restore, requireData(options), out);
            } else if (options.probe != null) {
                return probe(options.probe, out);
            } else {
                return runWith(options, out, err);
            }
            return EXIT_OK;
        } catch (CommandLine.ParameterException e) {
            err.println("chat-server: " + e.getMessage() + " (see --help)");
            return EXIT_USAGE;
        } catch (ConfigException e) {
            e.problems().forEach(problem -> err.println("chat-server: " + problem + " (see --help)"));
            return EXIT_USAGE;
        } catch (StartException | BackupException e) {
            err.println("chat-server: " + e.getMessage());
            return EXIT_FATAL;
        } catch (IOException e) {
            err.println("chat-server: " + options.probe + " does not answer: " + e.getMessage());
            return EXIT_FATAL;
        } catch (InterruptedException e) {
            err.println("chat-server: interrupted");
            return EXIT_FATAL;
        }
    }

    private static int runWith(ServerOptions options, PrintStream out, PrintStream err)
            throws ConfigException, StartException, InterruptedException {
        if (options.defaultConfig) {
            ServerConfig.describeDefaults().forEach(out::println);
            return EXIT_OK;
        }
        Configured configured = Configured.from(new ConfigSource(options.config, System.getenv(), options.set));
        ServerConfig config = configured.config();
        if (options.printConfig) {
            config.describe().forEach(out::println);
            return EXIT_OK;
        }
        if (options.checkConfig) {
            out.println("The configuration is good.");
            return EXIT_OK;
        }
        Logging logging = Logging.configure(
                err,
                "json".equals(options.logFormat),
                config.text(ConfigKey.LOG_LEVEL),
                new Logging.File(
                        config.text(ConfigKey.LOG_FILE),
                        config.sizeBytes(ConfigKey.LOG_MAX_SIZE),
                        config.number(ConfigKey.LOG_KEEP_DAYS)));
        return serve(options, configured, new Streams(out, logging));
    }

    private static int serve(ServerOptions options, Configured configured, Streams streams)
            throws StartException, InterruptedException {
        RelayServer server =
                RelayServer.start(options.bind, options.port, StateFolder.of(options.data), configured, EventLoop::new);
        try (Watching watching = Watching.of(server, options.metricsPort)) {
            server.announceOn(streams.out());
            Signals.onStop(() -> {
                server.beginShutdown();
                watching.tellStopping();
            });
            Signals.onHangUp(server::reload);
            startConsole(options, server, streams);
            watching.tellReady();
            server.awaitShutdown();
        } finally {
            server.release();
        }
        return EXIT_OK;
    }

    private static void startConsole(ServerOptions options, RelayServer server, Streams streams) {
        ConsoleDesk desk = new ServerDesk(server);
        if (!StandardInput.isTerminal()) {
            if (options.console) {
                OperatorConsole.start(desk, streams.out());
            }
            return;
        }
        try {
            Path history = server.dataFolder().resolve(HISTORY_FILE);
            new TerminalConsole(desk, streams.logging(), TerminalConsole.systemTerminal(), history).start();
        } catch (IOException noLineEditor) {
            OperatorConsole.start(desk, streams.out());
        }
    }

    private static Path requireData(ServerOptions options) throws ConfigException {
        if (options.data == null) {
            throw new ConfigException("--restore needs --data with the name of a new folder");
        }
        return options.data;
    }

    private static int probe(String server, PrintStream out) throws ConfigException, IOException {
        int colon = server.lastIndexOf(':');
        InetSocketAddress address =
                colon < 1 ? null : addressOf(server.substring(0, colon), server.substring(colon + 1));
        if (address == null) {
            throw new ConfigException("--probe must be HOST:PORT, not \"" + server + "\"");
        }
        if (address.isUnresolved() || !new Probe(SecureRandoms.system()).answers(address)) {
            throw new IOException("nothing has come back within 3 s");
        }
        out.println(server + " answers");
        return EXIT_OK;
    }

    private static @Nullable InetSocketAddress addressOf(String host, String port) {
        try {
            int number = Integer.parseInt(port);
            return number >= 1 && number <= MAX_PORT ? new InetSocketAddress(host, number) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static void checkValues(ServerOptions options) throws ConfigException {
        if (options.port < 0 || options.port > MAX_PORT) {
            throw new ConfigException("--port must be from 0 to 65535, not " + options.port);
        }
        if (options.metricsPort != null && (options.metricsPort < 0 || options.metricsPort > MAX_PORT)) {
            throw new ConfigException("--metrics-port must be from 0 to 65535, not " + options.metricsPort);
        }
        if (!List.of("text", "json").contains(options.logFormat)) {
            throw new ConfigException("--log-format must be text or json, not \"" + options.logFormat + "\"");
        }
    }
}
