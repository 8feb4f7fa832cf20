package io.heliograph.common.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.net.PathProbe.Fault;
import io.heliograph.common.net.PathProbe.Findings;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PathProbeTest {
    private static final int COUNT = 4;
    private static final long GAP_MS = 20;

    @Test
    void aServerThatAnswersIsTimed() throws Exception {
        try (DatagramSocket server = socket()) {
            Thread serving = serve(server, COUNT, mark -> mark);
            Findings found = probe(server, 5_000);
            serving.join();
            assertEquals(Fault.NONE, found.fault());
            assertEquals(COUNT, found.sentCount());
            assertEquals(COUNT, found.rttsNs().size());
            assertTrue(found.rttsNs().stream().allMatch(rtt -> rtt > 0), found.toString());
            assertEquals(server.getLocalAddress().getHostAddress(), found.from());
        }
    }

    @Test
    void answersToSomebodyElseDoNotCount() throws Exception {
        try (DatagramSocket server = socket()) {
            Thread serving = serve(server, COUNT, mark -> Bytes.copyOf(new byte[Limits.RANDOM_BYTES]));
            Findings found = probe(server, 100);
            serving.join();
            assertEquals(COUNT, found.sentCount());
            assertEquals(List.of(), found.rttsNs());
        }
    }

    @Test
    void silenceIsNoFault() throws Exception {
        try (DatagramSocket silent = socket()) {
            Findings found = probe(silent, 100);
            assertEquals(Fault.NONE, found.fault());
            assertEquals(COUNT, found.sentCount());
            assertEquals(List.of(), found.rttsNs());
        }
    }

    @Test
    void aPortWhereNobodyListensIsTold() throws Exception {
        InetSocketAddress closed;
        try (DatagramSocket gone = socket()) {
            closed = (InetSocketAddress) gone.getLocalSocketAddress();
        }
        Findings found = new PathProbe(closed, new SeededRandom(1)).run(COUNT, 1_000, 1_000);
        assertEquals(Fault.PORT_CLOSED, found.fault());
        assertEquals(1, found.sentCount(), "it goes on asking who has told it to stop");
    }

    @Test
    void failuresAreToldApartByTheirKindInAnyLanguage() {
        assertEquals(Fault.PORT_CLOSED, PathProbe.faultOf(new PortUnreachableException("?"), true));
        assertEquals(Fault.PORT_CLOSED, PathProbe.faultOf(new PortUnreachableException("?"), false));
        assertEquals(Fault.NO_HOST, PathProbe.faultOf(new NoRouteToHostException("?"), false));
        assertEquals(Fault.SEND_REFUSED, PathProbe.faultOf(new SocketException("?"), true));
        assertEquals(Fault.NONE, PathProbe.faultOf(new SocketException("?"), false));
    }

    private static Findings probe(DatagramSocket server, long waitMs) {
        InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
        return new PathProbe(address, new SeededRandom(1)).run(COUNT, GAP_MS, waitMs);
    }

    private static DatagramSocket socket() throws SocketException {
        return new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    /** Answers {@code count} questions as a server does that keeps nothing. */
    private static Thread serve(DatagramSocket socket, int count, UnaryOperator<Bytes> marking) {
        Thread serving = NamedThreads.make("test-server", () -> {
            try {
                for (int i = 0; i < count; i++) {
                    byte[] buffer = new byte[Limits.MAX_DATAGRAM_BYTES + 1];
                    DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                    socket.receive(question);
                    Packet packet = PacketCodec.decode(buffer, question.getLength());
                    Bytes mark = ((Packet.KeyReq) packet).random();
                    byte[] answer =
                            PacketCodec.encode(new Packet.KeyRetry(marking.apply(mark), Bytes.copyOf(new byte[37])));
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            } catch (IOException | MalformedException e) {
                throw new AssertionError(e);
            }
        });
        serving.start();
        return serving;
    }
}
