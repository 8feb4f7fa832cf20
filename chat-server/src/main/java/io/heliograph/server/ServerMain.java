package io.heliograph.server;

import io.heliograph.common.net.EventLoop;
import io.heliograph.server.config.ConfigException;
import io.heliograph.server.config.ConfigSource;
import io.heliograph.server.config.ServerConfig;
import io.heliograph.server.folder.StartException;
import io.heliograph.server.relay.RelayServer;
import io.heliograph.server.routing.ServerVersion;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** Starts the relay from its command line. The only place that ends the process. */
public final class ServerMain {
    static final int EXIT_OK = 0;
    static final int EXIT_FATAL = 1;
    static final int EXIT_USAGE = 2;
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
            } else {
                return runWith(options, out);
            }
            return EXIT_OK;
        } catch (CommandLine.ParameterException e) {
            err.println("chat-server: " + e.getMessage() + " (see --help)");
            return EXIT_USAGE;
        } catch (ConfigException e) {
            e.problems().forEach(problem -> err.println("chat-server: " + problem + " (see --help)"));
            return EXIT_USAGE;
        } catch (StartException e) {
            err.println("chat-server: " + e.getMessage());
            return EXIT_FATAL;
        } catch (InterruptedException e) {
            err.println("chat-server: interrupted");
            return EXIT_FATAL;
        }
    }

    private static int runWith(ServerOptions options, PrintStream out)
            throws ConfigException, StartException, InterruptedException {
        if (options.defaultConfig) {
            ServerConfig.describeDefaults().forEach(out::println);
            return EXIT_OK;
        }
        ServerConfig config = new ConfigSource(options.config, System.getenv(), options.set).load();
        if (options.printConfig) {
            config.describe().forEach(out::println);
            return EXIT_OK;
        }
        if (options.checkConfig) {
            out.println("The configuration is good.");
            return EXIT_OK;
        }
        Logging.configure("json".equals(options.logFormat));
        RelayServer server =
                RelayServer.start(options.bind, options.port, StateFolder.of(options.data), config, EventLoop::new);
        try {
            server.announceOn(out);
            Signals.onStop(server::beginShutdown);
            if (options.console || StandardInput.isTerminal()) {
                OperatorConsole.start(server, out);
            }
            server.awaitShutdown();
        } finally {
            server.release();
        }
        return EXIT_OK;
    }

    private static void checkValues(ServerOptions options) throws ConfigException {
        if (options.port < 0 || options.port > MAX_PORT) {
            throw new ConfigException("--port must be from 0 to 65535, not " + options.port);
        }
        if (!List.of("text", "json").contains(options.logFormat)) {
            throw new ConfigException("--log-format must be text or json, not \"" + options.logFormat + "\"");
        }
    }
}
