package io.heliograph.server;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.handshake.ClientHandshake;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.handshake.HandshakeConfig;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;

/**
 * Finds out whether a relay answers: a key request, to which every relay sends a cookie before it does any work
 * (protocol.md 3.2). Goes no further, so nothing stays behind on the server. Blocks.
 */
final class Probe {
    private static final int ATTEMPTS = 3;
    private static final int WAIT_MS = 1_000;
    private static final int MAX_DATAGRAM_BYTES = 65_535;
    private static final int RSA_BITS = 2_048;

    private final RandomSource random;

    Probe(RandomSource random) {
        this.random = random;
    }

    /** False if nothing has answered within 3 s, or nothing listens there. */
    boolean answers(InetSocketAddress server) throws IOException {
        ClientHandshakeKeys keys = ClientHandshakeKeys.generate(RSA_BITS, random);
        ClientHandshake handshake = new ClientHandshake(keys, null, HandshakeConfig.STANDARD, random);
        handshake.start(0);
        byte[] request = handshake.pollTransmit(0);
        if (request == null) {
            throw new IllegalStateException("an attempt begins with a request");
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server);
            socket.setSoTimeout(WAIT_MS);
            for (int attempt = 1; attempt <= ATTEMPTS && !handshake.sawRetry(); attempt++) {
                socket.send(new DatagramPacket(request, request.length));
                takeAnswer(socket, handshake);
            }
            return handshake.sawRetry();
        } catch (PortUnreachableException e) {
            return false;
        } finally {
            handshake.abandon();
        }
    }

    private static void takeAnswer(DatagramSocket socket, ClientHandshake handshake) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[MAX_DATAGRAM_BYTES], MAX_DATAGRAM_BYTES);
        try {
            socket.receive(answer);
            handshake.onPacket(PacketCodec.decode(answer.getData(), answer.getLength()), 0);
        } catch (SocketTimeoutException | MalformedException e) {
            return; // the next attempt may fare better
        }
    }
}
