package io.heliograph.common.codec;

import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Datagrams to packets and back (protocol.md 2, 3, 4.1).
 *
 * <p>Decoding is strict and bounded, for it sees what anybody on the network cares to send. Encoders write the
 * members in the order of the protocol's tables, without white space. Thread-safe.
 */
public final class PacketCodec {
    private PacketCodec() {}

    /** The packet in the first {@code length} octets of {@code datagram}. */
    public static Packet decode(byte[] datagram, int length) throws MalformedException {
        if (length > Limits.MAX_DATAGRAM_BYTES) {
            throw new MalformedException("longer than a datagram may be");
        }
        PacketMembers members = PacketMembers.read(datagram, length);
        return switch (members.type()) {
            case "DATA" -> sealed(RecordKind.DATA, members);
            case "ACK" -> sealed(RecordKind.ACK, members);
            case "CLOSE" -> sealed(RecordKind.CLOSE, members);
            case "KEY_REQ" -> keyReq(members, length);
            case "KEY_RETRY" -> keyRetry(members);
            case "KEY_REP" -> keyRep(members);
            case "DISCOVER" -> discover(members, length);
            case "SERVER" -> server(members);
            default -> throw new MalformedException("unknown type");
        };
    }

    /** Exactly {@value Limits#KEY_REQ_BYTES} octets. */
    public static byte[] encode(Packet.KeyReq request) {
        JsonBytes json = new JsonBytes(Limits.KEY_REQ_BYTES)
                .begin("KEY_REQ")
                .member("v", request.version())
                .member("suites", request.suites())
                .member("random", request.random())
                .member("rsa", request.rsa())
                .member("x25519", request.x25519());
        Bytes cookie = request.cookie();
        if (cookie != null) {
            json.member("cookie", cookie);
        }
        // protocol.md 3.1: as long as any reply may be, so that a spoofed request never makes more than it cost.
        return json.endPaddedTo(Limits.KEY_REQ_BYTES, "pad");
    }

    public static byte[] encode(Packet.KeyRetry retry) {
        return new JsonBytes(Limits.KEY_REQ_BYTES)
                .begin("KEY_RETRY")
                .member("random", retry.random())
                .member("cookie", retry.cookie())
                .end();
    }

    public static byte[] encode(Packet.KeyRep reply) {
        return new JsonBytes(Limits.KEY_REQ_BYTES)
                .begin("KEY_REP")
                .member("cid", reply.cid())
                .member("suite", reply.suite())
                .member("random", reply.random())
                .member("wrapped", reply.wrapped())
                .member("x25519", reply.x25519())
                .member("identity", reply.identity())
                .member("sig", reply.signature())
                .end();
    }

    /** As long as a KEY_REQ, so that no answer is longer. */
    public static byte[] encode(Packet.Discover question) {
        return new JsonBytes(Limits.KEY_REQ_BYTES)
                .begin("DISCOVER")
                .member("v", question.version())
                .member("nonce", question.nonce())
                .endPaddedTo(Limits.KEY_REQ_BYTES, "pad");
    }

    public static byte[] encode(Packet.Server answer) {
        return new JsonBytes(Limits.KEY_REQ_BYTES)
                .begin("SERVER")
                .member("nonce", answer.nonce())
                .member("v", answer.version())
                .member("identity", answer.identity())
                // As octets: there is no escaping here, and a name may be in any script.
                .member("name", answer.name().getBytes(StandardCharsets.UTF_8))
                .member("users", answer.users())
                .end();
    }

    public static byte[] encode(Packet.Sealed sealed) {
        return encodeSealed(
                sealed.kind(),
                sealed.cid(),
                sealed.epoch(),
                sealed.seq(),
                sealed.payload().asReadOnlyArray());
    }

    /** The same without a packet in between: every record that is sent goes this way. */
    public static byte[] encodeSealed(RecordKind kind, Bytes cid, long epoch, long seq, byte[] payload) {
        return new JsonBytes(Limits.MAX_DATAGRAM_BYTES)
                .begin(kind.typeName())
                .member("cid", cid)
                .member("epoch", epoch)
                .member("seq", seq)
                .member("payload", payload)
                .end();
    }

    private static Packet sealed(RecordKind kind, PacketMembers members) throws MalformedException {
        return new Packet.Sealed(
                kind,
                members.octets(PacketMember.CID, Limits.CID_BYTES),
                members.number(PacketMember.EPOCH, Limits.MAX_EPOCH),
                members.number(PacketMember.SEQ, Limits.MAX_SEQ),
                members.octets(PacketMember.PAYLOAD, Limits.MIN_PAYLOAD_BYTES, Limits.MAX_DATAGRAM_BYTES));
    }

    private static Packet keyReq(PacketMembers members, int length) throws MalformedException {
        if (length != Limits.KEY_REQ_BYTES) {
            throw new MalformedException("KEY_REQ of another length");
        }
        members.text(PacketMember.PAD);
        return new Packet.KeyReq(
                (int) members.number(PacketMember.V, Limits.MAX_VERSION),
                members.suites(),
                members.octets(PacketMember.RANDOM, Limits.RANDOM_BYTES),
                members.octets(PacketMember.RSA, 1, Limits.MAX_RSA_SPKI_BYTES),
                members.octets(PacketMember.X25519, Limits.X25519_BYTES),
                members.has(PacketMember.COOKIE)
                        ? members.octets(PacketMember.COOKIE, 1, Limits.MAX_COOKIE_BYTES)
                        : null);
    }

    private static Packet discover(PacketMembers members, int length) throws MalformedException {
        if (length != Limits.KEY_REQ_BYTES) {
            throw new MalformedException("DISCOVER of another length");
        }
        members.text(PacketMember.PAD);
        return new Packet.Discover(
                (int) members.number(PacketMember.V, Limits.MAX_VERSION),
                members.octets(PacketMember.NONCE, Limits.NONCE_BYTES));
    }

    private static Packet server(PacketMembers members) throws MalformedException {
        Bytes name = members.octets(PacketMember.NAME, 0, Limits.MAX_SERVER_NAME_BYTES);
        return new Packet.Server(
                members.octets(PacketMember.NONCE, Limits.NONCE_BYTES),
                (int) members.number(PacketMember.V, Limits.MAX_VERSION),
                members.octets(PacketMember.IDENTITY, Limits.IDENTITY_BYTES),
                utf8(name),
                members.number(PacketMember.USERS, Limits.MAX_SEQ));
    }

    private static String utf8(Bytes octets) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.asReadOnlyArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("a name that is not UTF-8");
        }
    }

    private static Packet keyRetry(PacketMembers members) throws MalformedException {
        return new Packet.KeyRetry(
                members.octets(PacketMember.RANDOM, Limits.RANDOM_BYTES),
                members.octets(PacketMember.COOKIE, 1, Limits.MAX_COOKIE_BYTES));
    }

    private static Packet keyRep(PacketMembers members) throws MalformedException {
        String suite = members.text(PacketMember.SUITE);
        if (suite.isEmpty() || suite.length() > Limits.MAX_SUITE_CHARS) {
            throw new MalformedException("suite of wrong length");
        }
        return new Packet.KeyRep(
                members.octets(PacketMember.CID, Limits.CID_BYTES),
                suite,
                members.octets(PacketMember.RANDOM, Limits.RANDOM_BYTES),
                members.octets(PacketMember.WRAPPED, Limits.MIN_WRAPPED_BYTES, Limits.MAX_WRAPPED_BYTES),
                members.octets(PacketMember.X25519, Limits.X25519_BYTES),
                members.octets(PacketMember.IDENTITY, Limits.IDENTITY_BYTES),
                members.octets(PacketMember.SIG, Limits.SIGNATURE_BYTES));
    }
}
