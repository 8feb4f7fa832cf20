package io.heliograph.bench;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.crypto.SessionSecrets;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.record.RecordProtection;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.common.record.Role;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import java.util.Locale;

/** How many records a second one core seals into datagrams, and opens. */
final class RecordBench {
    private static final int ROUNDS = 7;
    private static final int RECORDS_PER_ROUND = 60_000;
    private static final int SECRET_BYTES = 32;
    private static final int CID_BYTES = 8;

    private RecordBench() {}

    static String run(int plaintextBytes) {
        RandomSource random = SecureRandoms.system();
        byte[] plaintext = random.bytes(plaintextBytes);
        double[] sealed = new double[ROUNDS];
        double[] opened = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Bytes transcript = Bytes.takingOver(random.bytes(SECRET_BYTES));
            byte[] wrapped = random.bytes(SECRET_BYTES);
            byte[] agreed = random.bytes(SECRET_BYTES);
            Bytes cid = Bytes.takingOver(random.bytes(CID_BYTES));
            RecordProtection client = protection(Role.CLIENT, cid, transcript, wrapped, agreed, random);
            RecordProtection server = protection(Role.SERVER, cid, transcript, wrapped, agreed, random);
            byte[][] datagrams = new byte[RECORDS_PER_ROUND][];
            long startNs = System.nanoTime();
            for (int seq = 0; seq < RECORDS_PER_ROUND; seq++) {
                datagrams[seq] = client.seal(RecordKind.DATA, seq, plaintext, plaintextBytes);
            }
            long sealedNs = System.nanoTime();
            for (byte[] datagram : datagrams) {
                open(server, datagram);
            }
            sealed[round] = perSecond(sealedNs - startNs);
            opened[round] = perSecond(System.nanoTime() - sealedNs);
        }
        return String.format(
                Locale.ROOT,
                "records    %d bytes: %,.0f sealed/s, %,.0f opened/s (one core, median of %d rounds)",
                plaintextBytes,
                median(sealed),
                median(opened),
                ROUNDS);
    }

    private static void open(RecordProtection server, byte[] datagram) {
        try {
            Packet packet = PacketCodec.decode(datagram, datagram.length);
            if (!(packet instanceof Packet.Sealed record) || server.open(record, 0) == null) {
                throw new IllegalStateException("an own record did not open");
            }
        } catch (MalformedException e) {
            throw new IllegalStateException("an own datagram did not parse", e);
        }
    }

    private static RecordProtection protection(
            Role role, Bytes cid, Bytes transcript, byte[] wrapped, byte[] agreed, RandomSource random) {
        SessionSecrets secrets =
                SessionSecrets.derive(transcript, SecretBytes.copyOf(wrapped), SecretBytes.copyOf(agreed));
        return new RecordProtection(role, cid, secrets.keys(), RekeyPolicy.STANDARD, random, 0);
    }

    private static double perSecond(long elapsedNs) {
        return RECORDS_PER_ROUND / (elapsedNs / 1e9);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
