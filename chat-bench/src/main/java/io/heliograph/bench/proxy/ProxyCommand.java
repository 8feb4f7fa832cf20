package io.heliograph.bench.proxy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench proxy}: stands between clients and a relay and makes the path bad. */
@Command(name = "proxy", description = "A bad network between clients and a relay.", mixinStandardHelpOptions = true)
public final class ProxyCommand implements Callable<Integer> {
    @Option(names = "--listen", description = "Port to listen on; 0 takes a free one.")
    int listen;

    @Option(names = "--to", required = true, paramLabel = "HOST:PORT", description = "The relay.")
    String to = "";

    @Option(names = "--loss", description = "Percent lost, each way.")
    double lossPercent;

    @Option(names = "--dup", description = "Percent sent twice.")
    double duplicatePercent;

    @Option(names = "--reorder", description = "Percent that skip the delay.")
    double reorderPercent;

    @Option(names = "--delay", description = "One-way delay in milliseconds.")
    int delayMs;

    @Option(names = "--jitter", description = "Up to this many milliseconds more.")
    int jitterMs;

    @Option(names = "--dead", arity = "2", paramLabel = "S CYCLE", description = "Dead for S seconds of each CYCLE.")
    int[] dead = {0, 0};

    @Option(names = "--rebind", description = "Each client's outer port changes every so many seconds.")
    int rebindSeconds;

    @Option(names = "--seed", description = "Gives the same random sequence again.")
    long seed = 1;

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int colon = to.lastIndexOf(':');
        InetAddress host = InetAddress.getAllByName(to.substring(0, colon))[0];
        InetSocketAddress server = new InetSocketAddress(host, Integer.parseInt(to.substring(colon + 1)));
        Impairment impairment = new Impairment(
                lossPercent, duplicatePercent, reorderPercent, delayMs, jitterMs, dead[1], dead[0], rebindSeconds);
        try (ImpairedProxy proxy = new ImpairedProxy(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), listen), server, impairment, seed)) {
            out.println("Proxy on 127.0.0.1:" + proxy.listenAddress().getPort());
            Runtime.getRuntime().addShutdownHook(new ShutdownLine(proxy, out));
            proxy.run();
        }
        return 0;
    }

    /** Prints the figures when the proxy is stopped. */
    private static final class ShutdownLine extends Thread {
        private final ImpairedProxy proxy;
        private final PrintStream out;

        ShutdownLine(ImpairedProxy proxy, PrintStream out) {
            this.proxy = proxy;
            this.out = out;
        }

        @Override
        public void run() {
            out.println(proxy.figures());
        }
    }
}
