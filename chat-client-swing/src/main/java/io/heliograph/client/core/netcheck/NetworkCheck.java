package io.heliograph.client.core.netcheck;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.Evidence.Host;
import io.heliograph.client.core.netcheck.Evidence.Name;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.net.FirewallTool;
import io.heliograph.common.net.LanSearch;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.net.PathProbe;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks along the way to a server, piece by piece, with a handful of datagrams.
 *
 * <p>Blocks for about four seconds, and three more where no name server answers: not for a loop or an event thread.
 * Thread-safe: holds no state.
 */
public final class NetworkCheck {
    private static final long NAME_WITHIN_MS = 3_000;
    private static final int QUESTION_COUNT = 5;
    private static final long QUESTION_GAP_MS = 120;
    private static final long ANSWER_WITHIN_MS = 1_000;
    private static final long OTHERS_WITHIN_MS = 1_200;
    private static final int HOST_WITHIN_MS = 1_000;

    private final RandomSource random;

    public NetworkCheck(RandomSource random) {
        this.random = random;
    }

    /** An interrupted one says what it has found so far. */
    public NetworkReport run(ServerName server) {
        return NetworkReport.of(server, look(server), FirewallTool.ofThisMachine());
    }

    private Evidence look(ServerName server) {
        boolean isOnNetwork = isOnNetwork();
        InetAddress[] addresses;
        try {
            addresses = addressesOf(server.host());
        } catch (UnknownHostException e) {
            return Evidence.withoutAddress(Name.UNKNOWN, isOnNetwork);
        } catch (TimeoutException e) {
            return Evidence.withoutAddress(Name.UNANSWERED, isOnNetwork);
        }
        InetAddress first = addresses[0]; // the one that a connection takes, too
        boolean hasNetwork = isOnNetwork || first.isLoopbackAddress();
        InetSocketAddress target = new InetSocketAddress(first, server.port());
        PathProbe.Findings found = new PathProbe(target, random).run(QUESTION_COUNT, QUESTION_GAP_MS, ANSWER_WITHIN_MS);
        String address = plain(first);
        Evidence evidence = new Evidence(
                plain(server.host()).equals(address) ? Name.ADDRESS : Name.FOUND,
                address,
                addresses.length,
                hasNetwork,
                found.fault(),
                found.sentCount(),
                found.rttsNs().size(),
                middleMs(found.rttsNs()),
                plain(found.from()),
                -1,
                Host.NOT_ASKED);
        return evidence.isUnexplained()
                ? evidence.withSurroundings(otherCount(first, server.port()), hostOf(first))
                : evidence;
    }

    /** A name server that is out of reach lets one wait for far longer than anybody does. */
    private static InetAddress[] addressesOf(String host) throws UnknownHostException, TimeoutException {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        NamedThreads.make("name-check", () -> {
                    try {
                        answer.complete(InetAddress.getAllByName(host));
                    } catch (UnknownHostException e) {
                        answer.completeExceptionally(e);
                    }
                })
                .start();
        try {
            return answer.get(NAME_WITHIN_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException(host);
        }
    }

    /** Up, with an address that others can see. */
    private static boolean isOnNetwork() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(NetworkCheck::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(address -> !address.isLoopbackAddress());
        } catch (SocketException e) {
            return true; // what cannot be looked at is no evidence
        }
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    /** Servers on other machines than this and that one: what answers from here proves nothing of a network. */
    private int otherCount(InetAddress server, int port) {
        Set<InetAddress> others = new HashSet<>();
        try {
            Bytes nonce = Bytes.takingOver(random.bytes(Limits.NONCE_BYTES));
            new LanSearch(port, nonce).run(OTHERS_WITHIN_MS, found -> {
                InetAddress from = found.address().getAddress();
                if (!from.equals(server) && !isOwn(from)) {
                    others.add(from);
                }
            });
        } catch (IOException e) {
            return 0; // a network that cannot be asked has not answered
        }
        return others.size();
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    private static Host hostOf(InetAddress server) {
        try {
            return server.isReachable(HOST_WITHIN_MS) ? Host.ANSWERS : Host.SILENT;
        } catch (IOException e) {
            return Host.SILENT;
        }
    }

    private static long middleMs(List<Long> rttsNs) {
        return rttsNs.isEmpty()
                ? -1
                : TimeUnit.NANOSECONDS.toMillis(
                        rttsNs.stream().sorted().toList().get(rttsNs.size() / 2));
    }

    private static String plain(InetAddress address) {
        return plain(address.getHostAddress());
    }

    /** Without the zone of an IPv6 address, which means something on one machine alone. */
    private static String plain(@Nullable String address) {
        String text = address == null ? "" : address;
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
