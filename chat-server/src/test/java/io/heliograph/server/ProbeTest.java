package io.heliograph.server;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.heliograph.common.testing.SeededRandom;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private final SeededRandom random = new SeededRandom(1);
    private final Probe probe = new Probe(random);

    @Test
    void aSilentPortIsNoServer() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertFalse(probe.answers(new InetSocketAddress(InetAddress.getLoopbackAddress(), silent.getLocalPort())));
        }
    }
}
