package io.heliograph.server;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;

/**
 * Finds out whether a relay answers: a key request without a cookie, to which every relay sends a cookie before it does
 * any work (protocol.md 3.2). Leaves nothing behind on the server. Blocks.
 */
final class Probe {
    private static final int ATTEMPTS = 3;
    private static final int WAIT_MS = 1_000;
    private static final int MAX_DATAGRAM_BYTES = 65_535;
    private static final int VERSION = 1;
    private static final int RANDOM_BYTES = 32;
    private static final int POINT_BYTES = 32;
    /** As long as that of a key of 2048 bits; a relay looks into it only behind a cookie. */
    private static final int SPKI_BYTES = 294;

    private final RandomSource random;

    Probe(RandomSource random) {
        this.random = random;
    }

    /** False if nothing has answered within 3 s. */
    boolean answers(InetSocketAddress server) throws IOException {
        Bytes nonce = Bytes.takingOver(random.bytes(RANDOM_BYTES));
        byte[] request = PacketCodec.encode(new Packet.KeyReq(
                VERSION,
                List.of("probe"),
                nonce,
                Bytes.takingOver(random.bytes(SPKI_BYTES)),
                Bytes.takingOver(random.bytes(POINT_BYTES)),
                null));
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server);
            socket.setSoTimeout(WAIT_MS);
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                socket.send(new DatagramPacket(request, request.length));
                if (isAnswered(socket, nonce)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isAnswered(DatagramSocket socket, Bytes nonce) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[MAX_DATAGRAM_BYTES], MAX_DATAGRAM_BYTES);
        try {
            socket.receive(answer);
            Packet packet = PacketCodec.decode(answer.getData(), answer.getLength());
            return packet instanceof Packet.KeyRetry retry && retry.random().equals(nonce);
        } catch (SocketTimeoutException | MalformedException e) {
            return false;
        }
    }
}
