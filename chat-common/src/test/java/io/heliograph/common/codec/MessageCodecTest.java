package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MemberChange;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.UserPresence;
import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
    private static final MessageId ID = new MessageId(Bytes.fromHex("000102030405060708090a0b0c0d0e0f"));
    private static final InstanceId INSTANCE = new InstanceId(Bytes.fromHex("1122334455667788"));
    private static final Bytes BODY = Bytes.fromHex("8201626869");

    private static final List<ClientMessage> FROM_CLIENT = List.of(
            new ClientMessage.Login(
                    "ann", Bytes.copyOf(new byte[32]), Bytes.copyOf(new byte[64]), "pw", "", INSTANCE, 7, "1.0"),
            new ClientMessage.Join(1, "#lobby", InstanceId.NONE, 0),
            new ClientMessage.Join(2, "#lobby", INSTANCE, Long.MAX_VALUE),
            new ClientMessage.Leave(3, "#lobby"),
            new ClientMessage.Post(ID, "@ben", BODY),
            new ClientMessage.Typing("#lobby"),
            new ClientMessage.Admin(4, "users"));

    private static final List<ServerMessage> FROM_SERVER = List.of(
            new ServerMessage.Welcome("ann", INSTANCE, "Lab", 1_700_000_000_000L, true, "1.0", 60_000),
            new ServerMessage.Refused(0, "name_taken", "taken"),
            new ServerMessage.Joined(1, "#lobby", INSTANCE, 12, List.of("ann", "ben")),
            new ServerMessage.Joined(1, "#lobby", INSTANCE, 12, List.of()),
            new ServerMessage.Left(3, "#lobby"),
            new ServerMessage.Message("#lobby", 12, ID, "ann", 1_700_000_000_000L, BODY),
            new ServerMessage.Member("#lobby", 13, "ben", MemberChange.LEFT, "bye"),
            new ServerMessage.Direct(5, ID, "ann", 1_700_000_000_000L, BODY),
            new ServerMessage.Posted(ID, 12, 1_700_000_000_000L),
            new ServerMessage.Rejected(ID, "not_yet", "later", 2_000),
            new ServerMessage.Users(
                    true,
                    List.of(
                            new UserPresence("ann", PresenceState.ONLINE),
                            new UserPresence("ben", PresenceState.AWAY),
                            new UserPresence("cat", PresenceState.OFFLINE))),
            new ServerMessage.Presence(new UserPresence("ann", PresenceState.AWAY)),
            new ServerMessage.Typing("ann", "#lobby"),
            new ServerMessage.Announce("maintenance at noon", 1_700_000_000_000L),
            new ServerMessage.AdminResult(4, true, List.of("1 user")),
            new ServerMessage.Gap("", 1, 9));

    @Test
    void everyMessageSurvivesTheWire() throws MalformedException {
        for (ClientMessage message : FROM_CLIENT) {
            assertEquals(message, MessageCodec.decodeClient(MessageCodec.encode(message)));
        }
        for (ServerMessage message : FROM_SERVER) {
            assertEquals(message, MessageCodec.decodeServer(MessageCodec.encode(message)));
        }
    }

    @Test
    void theOctetsAreThoseOfTheProtocol() {
        // [39, id, 1, 2]
        assertEquals(
                "84182750" + ID.toHex() + "0102",
                MessageCodec.encode(new ServerMessage.Posted(ID, 1, 2)).toHex());
        // [2, 1, "#a", h'', 0]
        assertEquals(
                "850201622361" + "4000",
                MessageCodec.encode(new ClientMessage.Join(1, "#a", InstanceId.NONE, 0))
                        .toHex());
    }

    @Test
    void aTextBodyIsATwoElementArray() throws MalformedException {
        assertEquals("8201626869", MessageCodec.encode(new Body.Text("hi")).toHex());
        assertEquals(new Body.Text("hi"), MessageCodec.decodeBody(BODY));
        assertEquals(new Body.Unknown(9), MessageCodec.decodeBody(Bytes.fromHex("82096161")));
    }

    @Test
    void laterVersionsMayAddElementsAndCodes() throws MalformedException {
        // [3, 3, "#a", [1, 2], 3]
        Bytes longer = Bytes.fromHex("850303622361" + "820102" + "03");
        assertEquals(new ClientMessage.Leave(3, "#a"), MessageCodec.decodeClient(longer));
        assertNull(MessageCodec.decodeClient(Bytes.fromHex("8218300a")));
    }

    @Test
    void longTextsHaveADefiniteLength() throws MalformedException {
        for (int length : new int[] {23, 24, 255, 256, 3_996, 3_997, 49_152}) {
            Body.Text text = new Body.Text("D".repeat(length));
            Bytes octets = MessageCodec.encode(text);
            int headBytes = length < 24 ? 1 : length < 256 ? 2 : 3;
            assertEquals(2 + headBytes + length, octets.length());
            assertEquals(text, MessageCodec.decodeBody(octets));
        }
    }

    @Test
    void indefiniteLengthsAndRequestZeroAreMalformed() {
        for (String hex : List.of("9f0201622377" + "4000ff", "8502017f6223" + "77ff4000", "850200622377" + "4000")) {
            assertThrows(MalformedException.class, () -> MessageCodec.decodeClient(Bytes.fromHex(hex)), hex);
        }
    }

    @Test
    void truncationAtEveryLengthIsMalformed() {
        for (ClientMessage message : FROM_CLIENT) {
            byte[] whole = MessageCodec.encode(message).toArray();
            for (int length = 0; length < whole.length; length++) {
                Bytes cut = Bytes.copyOf(whole, 0, length);
                assertThrows(MalformedException.class, () -> MessageCodec.decodeClient(cut), message + " cut");
            }
        }
    }

    @Test
    void mutatedOctetsGiveAMessageOrMalformedAndNothingElse() {
        long seed = Long.getLong("sim.seed", 0xBADC0DE);
        Random random = new Random(seed);
        for (int run = 0; run < 20_000; run++) {
            byte[] octets = MessageCodec.encode(FROM_SERVER.get(random.nextInt(FROM_SERVER.size())))
                    .toArray();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                MessageCodec.decodeServer(Bytes.takingOver(octets));
            } catch (MalformedException expected) {
                assertEquals(0, expected.getStackTrace().length);
            }
        }
    }
}
