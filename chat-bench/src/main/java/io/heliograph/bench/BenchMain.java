package io.heliograph.bench;

import io.heliograph.bench.load.GuessWorkload;
import io.heliograph.bench.load.HandshakeWorkload;
import io.heliograph.bench.load.KillWorkload;
import io.heliograph.bench.load.RelayWorkloads;
import io.heliograph.bench.load.ServiceWorkloads;
import io.heliograph.bench.proxy.ProxyCommand;
import io.heliograph.bench.secret.DevicesWorkload;
import io.heliograph.client.core.profile.ProfileException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Entry point of the benchmarks: without a subcommand, all of them. Never shipped. */
@Command(
        name = "chat-bench",
        description = "Measures Heliograph on this machine, or (proxy) makes its network bad.",
        subcommands = {ProxyCommand.class, SearchBench.class})
public final class BenchMain implements Callable<Integer> {
    private final PrintStream out;

    @Option(names = "--clients", description = "Clients in one room (default: ${DEFAULT-VALUE}).")
    int clients = 100;

    @Option(names = "--crowd", description = "Clients that are connected at once (default: ${DEFAULT-VALUE}).")
    int crowd = 1_000;

    @Option(
            names = "--devices",
            description = "Measures so many end-to-end encrypted devices in one room, and nothing else.")
    int secretDevices;

    @Option(names = "--kills", description = "How often a relay under load is killed (default: ${DEFAULT-VALUE}).")
    int kills = 3;

    @Option(names = "--lines", description = "Lines that are fanned out (default: ${DEFAULT-VALUE}).")
    int lines = 5_000;

    @Option(
            names = "--message-list",
            description = "Measures the desktop's list with so many messages, and nothing else.")
    int listedMessages;

    @Option(names = "--seconds", description = "How long latency is measured (default: ${DEFAULT-VALUE}).")
    int seconds = 10;

    @Option(names = "--version", description = "Prints the version and exits.")
    boolean version;

    @Option(names = "--help", usageHelp = true, description = "Prints this help and exits.")
    boolean help;

    BenchMain(PrintStream out) {
        this.out = out;
    }

    /** Exit status 2 for bad usage. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new BenchMain(out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ProfileException {
        if (version) {
            out.println("Heliograph bench "
                    + Objects.requireNonNullElse(
                            BenchMain.class.getPackage().getImplementationVersion(), "development"));
            return 0;
        }
        if (listedMessages > 0) {
            out.println(MessageListBench.run(listedMessages));
            return 0;
        }
        if (secretDevices > 0) {
            new DevicesWorkload().run(secretDevices).forEach(out::println);
            return 0;
        }
        out.println(new HandshakeWorkload().run(Math.min(5, seconds)));
        out.println(RecordBench.run(200));
        out.println(RecordBench.run(750));
        out.println(SearchBench.run(100_000));
        out.println(new RelayWorkloads().fanOut(clients, lines));
        out.println(new ServiceWorkloads().comeBack(10_000, 9));
        out.println(new ServiceWorkloads().crowd(crowd, seconds));
        out.println(new GuessWorkload().compare(20));
        out.println(new GuessWorkload().flood(1_000));
        out.println(new KillWorkload().run(20, kills));
        out.println(new RelayWorkloads().latency(clients, Math.max(1, clients / 10), seconds));
        return 0;
    }
}
