package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.packet.Packet;
import java.util.regex.Pattern;

/** Any datagram: a packet or {@link MalformedException}, nothing else. Set JAZZER_FUZZ=1 to search for new ones. */
class PacketCodecFuzzTest {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+");

    @FuzzTest(maxDuration = "10m")
    void decodes(byte[] datagram) {
        try {
            Packet packet = PacketCodec.decode(datagram, datagram.length);
            if (!isPlain(packet)) {
                return;
            }
            byte[] again = encode(packet);
            assertEquals(packet, PacketCodec.decode(again, again.length));
        } catch (MalformedException expected) {
            assertEquals(0, expected.getStackTrace().length);
        }
    }

    /** Encoders write plain texts only; decoders take whatever JSON can spell. */
    private static boolean isPlain(Packet packet) {
        if (packet instanceof Packet.KeyReq request) {
            return request.suites().stream().allMatch(PLAIN.asMatchPredicate());
        }
        return !(packet instanceof Packet.KeyRep reply)
                || PLAIN.matcher(reply.suite()).matches();
    }

    private static byte[] encode(Packet packet) {
        if (packet instanceof Packet.KeyReq request) {
            return PacketCodec.encode(request);
        } else if (packet instanceof Packet.KeyRetry retry) {
            return PacketCodec.encode(retry);
        } else if (packet instanceof Packet.KeyRep reply) {
            return PacketCodec.encode(reply);
        } else if (packet instanceof Packet.Sealed sealed) {
            return PacketCodec.encode(sealed);
        }
        throw new AssertionError("unhandled: " + packet);
    }
}
