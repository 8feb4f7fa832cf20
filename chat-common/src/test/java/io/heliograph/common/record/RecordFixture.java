package io.heliograph.common.record;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.EpochKeys;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.SessionSecrets;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The two ends of one connection, without a channel above and a network between them. */
final class RecordFixture {
    static final Bytes CID = Bytes.fromHex("0102030405060708");
    static final RekeyPolicy EARLY = new RekeyPolicy(
            TimeUnit.SECONDS.toNanos(60),
            1000,
            1 << 20,
            TimeUnit.SECONDS.toNanos(120),
            4000,
            TimeUnit.SECONDS.toNanos(5));

    static final RekeyPolicy LARGE = new RekeyPolicy(
            TimeUnit.SECONDS.toNanos(60),
            100_000,
            100_000,
            TimeUnit.SECONDS.toNanos(120),
            400_000,
            TimeUnit.SECONDS.toNanos(5));

    final RecordProtection client;
    final RecordProtection server;
    private long clientSeq;
    private long serverSeq;

    RecordFixture() {
        this(EARLY);
    }

    RecordFixture(RekeyPolicy policy) {
        client = new RecordProtection(Role.CLIENT, CID, keys(), policy, new SeededRandom(1), 0);
        server = new RecordProtection(Role.SERVER, CID, keys(), policy, new SeededRandom(2), 0);
    }

    /** The same each time, in a new object. */
    static EpochKeys keys() {
        SecretBytes one = SecretBytes.copyOf(new byte[32]);
        SecretBytes other = SecretBytes.copyOf(new byte[32]);
        return SessionSecrets.derive(Bytes.copyOf(new byte[32]), one, other).keys();
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Packet.Sealed fromClient(String text) {
        return sealed(client, clientSeq++, text);
    }

    Packet.Sealed fromServer(String text) {
        return sealed(server, serverSeq++, text);
    }

    /** Lets the numbers of one side jump. */
    void skipClientNumbers(long count) {
        clientSeq += count;
    }

    static Packet.Sealed sealed(RecordProtection sender, long seq, String text) {
        byte[] plaintext = octets(text);
        return decode(sender.seal(RecordKind.DATA, seq, plaintext, plaintext.length));
    }

    static Packet.Sealed decode(byte[] datagram) {
        try {
            return assertInstanceOf(Packet.Sealed.class, PacketCodec.decode(datagram, datagram.length));
        } catch (MalformedException e) {
            throw new AssertionError("our own datagram", e);
        }
    }

    static String opened(RecordProtection receiver, Packet.Sealed packet, long nowNs) {
        OpenedRecord record = receiver.open(packet, nowNs);
        assertNotNull(record, "number " + packet.seq() + " of epoch " + packet.epoch());
        return new String(record.plaintext(), StandardCharsets.UTF_8);
    }
}
