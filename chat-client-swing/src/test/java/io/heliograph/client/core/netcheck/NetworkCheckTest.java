package io.heliograph.client.core.netcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.Evidence.Host;
import io.heliograph.client.core.netcheck.Evidence.Name;
import io.heliograph.common.net.PathProbe.Fault;
import io.heliograph.common.testing.SeededRandom;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Over the loopback interface of this machine. */
class NetworkCheckTest {
    private static final Duration WHOLE = Duration.ofSeconds(20);

    @Test
    void aPortWhereNobodyListensIsToldAtOnce() throws SocketException {
        int port;
        try (DatagramSocket gone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        NetworkReport report = check(new ServerName("127.0.0.1", port));
        assertEquals(Verdict.NOTHING_LISTENS, report.verdict());
        assertEquals(Name.ADDRESS, report.evidence().name());
        assertEquals(Fault.PORT_CLOSED, report.evidence().fault());
    }

    @Test
    void aServerThatKeepsStillOnAMachineThatAnswersIsTold() throws SocketException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            NetworkReport report = check(new ServerName("127.0.0.1", silent.getLocalPort()));
            assertEquals(Verdict.SILENT_HOST_ANSWERS, report.verdict());
            assertEquals(5, report.evidence().askedCount());
            assertEquals(Host.ANSWERS, report.evidence().host());
            assertEquals("doctor 127.0.0.1", report.operatorLine());
        }
    }

    @Test
    void aNameThatNobodyKnowsIsToldWithoutAQuestion() {
        // RFC 6761: there is never such a name.
        NetworkReport report = check(new ServerName("relay.invalid", 12_345));
        assertTrue(
                report.verdict() == Verdict.NAME_UNKNOWN || report.verdict() == Verdict.NO_NETWORK, report.toString());
        assertEquals(0, report.evidence().askedCount());
    }

    private static NetworkReport check(ServerName server) {
        long beganNs = System.nanoTime();
        NetworkReport report = new NetworkCheck(new SeededRandom(1)).run(server);
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs);
        assertTrue(tookMs < WHOLE.toMillis(), "it took " + tookMs + " ms");
        return report;
    }
}
