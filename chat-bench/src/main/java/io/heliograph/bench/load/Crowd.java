package io.heliograph.bench.load;

import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.RsaKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.net.UdpTransport;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Many clients that enter one after the other, a window at a time. They share one RSA key, so that the relay is what
 * is measured. Not thread-safe; owned by its loop.
 */
final class Crowd {
    private static final int RSA_BITS = 2_048;
    private static final int WINDOW = 32;
    private static final long LIMIT_MS = 180_000;

    private final RandomSource random = SecureRandoms.system();
    private final byte[] pkcs8 = pkcs8();
    private final RelayProcess relay;
    private final LoadLoop loop;
    private long arrivedCount;

    Crowd(RelayProcess relay, LoadLoop loop) {
        this.relay = relay;
        this.loop = loop;
    }

    /** Lines that have arrived at any of them. */
    long arrivedCount() {
        return arrivedCount;
    }

    /** Connects {@code count} clients; {@code rooms} names the room of each. */
    List<LoadClient> enter(int count, IntFunction<String> rooms) throws IOException {
        List<LoadClient> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(connect("crowd-" + i, rooms.apply(i)));
            long mayMiss = WINDOW;
            if (!loop.runUntil(
                    () -> all.stream().filter(client -> !client.isJoined()).count() < mayMiss, LIMIT_MS)) {
                throw new IOException("client " + i + " does not get in");
            }
        }
        if (!loop.runUntil(() -> all.stream().allMatch(LoadClient::isJoined), LIMIT_MS)) {
            throw new IOException("not all clients got in");
        }
        return all;
    }

    LoadClient connect(String name, String room) throws IOException {
        LoadClient client = make(name, room);
        loop.add(client);
        return client;
    }

    StubbornSpeaker connectStubborn(String name, String room) throws IOException {
        StubbornSpeaker speaker = new StubbornSpeaker(name, room, device());
        loop.add(speaker);
        return speaker;
    }

    Guesser connectGuesser() throws IOException {
        Guesser guesser = new Guesser(device());
        loop.add(guesser);
        if (!loop.runUntil(guesser::isConnected, LIMIT_MS)) {
            throw new IOException("the guesser does not get a connection");
        }
        return guesser;
    }

    /** The same device with a new connection, which has not begun yet. */
    LoadClient again(LoadClient client) {
        return client.again(endpoint());
    }

    private LoadClient make(String name, String room) {
        return new LoadClient(name, room, device(), this::onLine);
    }

    private LoadDevice device() {
        return new LoadDevice(
                endpoint(),
                random,
                () -> ClientHandshakeKeys.of(RsaKeyPair.fromPkcs8(SecretBytes.copyOf(pkcs8)), random));
    }

    private ClientEndpoint endpoint() {
        return new ClientEndpoint(LoadConfig.endpoint(), UdpTransport.toPeer(relay.address()), null, random);
    }

    private static byte[] pkcs8() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private void onLine(Bytes body) {
        arrivedCount++;
    }
}
