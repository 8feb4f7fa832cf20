package io.heliograph.common.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ClientMessage.Unusable;
import io.heliograph.common.message.ClientMessage.UnusablePost;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.Mark;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
    private static final long SEED = Long.getLong("sim.seed", 0xBADC0DE);
    private static final int RUNS = 50;
    private static final MessageId ID = new MessageId(Bytes.fromHex("000102030405060708090a0b0c0d0e0f"));
    private static final Bytes BODY = Bytes.fromHex("8201626869");

    private final GeneratedMessages generated = new GeneratedMessages(SEED);

    /** Of every kind that a client sends, {@code count} of each. */
    private List<ClientMessage> fromClients(int count) {
        List<ClientMessage> messages = new ArrayList<>();
        for (Class<?> type : kinds(ClientMessage.class)) {
            if (type != Unusable.class && type != UnusablePost.class) {
                for (int i = 0; i < count; i++) {
                    messages.add((ClientMessage) generated.record(type));
                }
            }
        }
        return messages;
    }

    private List<ServerMessage> fromServer(int count) {
        List<ServerMessage> messages = new ArrayList<>();
        for (Class<?> type : kinds(ServerMessage.class)) {
            for (int i = 0; i < count; i++) {
                messages.add((ServerMessage) generated.record(type));
            }
        }
        return messages;
    }

    /** The records of a sealed interface, found by looking, so that a new one cannot be left out. */
    private static Set<Class<?>> kinds(Class<?> sealed) {
        Set<Class<?>> kinds = new LinkedHashSet<>(); // a request about keys is found under both
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isInterface()) {
                kinds.addAll(kinds(kind));
            } else {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    @Test
    void everyMessageSurvivesTheWire() throws MalformedException {
        for (ClientMessage message : fromClients(RUNS)) {
            assertEquals(message, MessageCodec.decodeClient(MessageCodec.encode(message)));
        }
        for (ServerMessage message : fromServer(RUNS)) {
            assertEquals(message, MessageCodec.decodeServer(MessageCodec.encode(message)));
        }
    }

    @Test
    void everyCodeOfTheTablesIsKnown() {
        List<Long> codes = new ArrayList<>();
        for (ClientMessage message : fromClients(1)) {
            codes.add(codeOf(MessageCodec.encode(message)));
        }
        for (ServerMessage message : fromServer(1)) {
            codes.add(codeOf(MessageCodec.encode(message)));
        }
        Collections.sort(codes);
        List<Long> expected =
                new ArrayList<>(LongStream.rangeClosed(1, 65).boxed().toList());
        expected.add(32L); // FILE_DROP and WELCOME: each direction has its own codes
        Collections.sort(expected);
        assertEquals(expected, codes);
    }

    private static long codeOf(Bytes message) {
        int second = message.at(1) & 0xFF;
        return second < 24 ? second : message.at(2) & 0xFF;
    }

    @Test
    void theOctetsAreThoseOfTheProtocol() {
        assertEquals(
                "851827" + "50" + ID.toHex() + "010203", // [39, id, 1, 2, 3]
                MessageCodec.encode(new ServerMessage.Posted(ID, 1, 2, 3)).toHex());
        assertEquals(
                "840201622361" + "60", // [2, 1, "#a", ""]
                MessageCodec.encode(new ClientMessage.Join(1, "#a", "")).toHex());
        Entry entry = new Entry(2, EntryKind.MESSAGE, ID, "a", 3, 0, BODY);
        assertEquals(
                "83182501" + "870201" + "50" + ID.toHex() + "61610300" + "45" + BODY.toHex(),
                MessageCodec.encode(new ServerMessage.Appended(1, entry)).toHex());
    }

    @Test
    void whatTheServerSaysHasNoId() throws MalformedException {
        ServerMessage.Appended notice =
                new ServerMessage.Appended(1, new Entry(1, EntryKind.JOINED, null, "", 3, 0, BODY));
        assertEquals(notice, MessageCodec.decodeServer(MessageCodec.encode(notice)));
    }

    @Test
    void laterVersionsMayAddElementsToEveryMessage() throws MalformedException {
        for (ClientMessage message : fromClients(1)) {
            assertEquals(message, MessageCodec.decodeClient(longer(MessageCodec.encode(message))));
        }
        for (ServerMessage message : fromServer(1)) {
            assertEquals(message, MessageCodec.decodeServer(longer(MessageCodec.encode(message))));
        }
    }

    /** With {@code [1, 2]} as one more element; the array is short enough for a head of one octet. */
    private static Bytes longer(Bytes message) {
        return Bytes.fromHex(String.format("%02x", message.at(0) + 1 & 0xFF)
                + message.toHex().substring(2) + "820102");
    }

    @Test
    void codesOfALaterVersionAreIgnored() throws MalformedException {
        assertNull(MessageCodec.decodeClient(Bytes.fromHex("8218210a")));
        assertNull(MessageCodec.decodeServer(Bytes.fromHex("8218420a")));
        assertNull(MessageCodec.decodeServer(Bytes.fromHex("821b7fffffffffffffff0a")));
    }

    @Test
    void theServerCanRefuseNumbersOfALaterVersion() throws MalformedException {
        String post = "50" + ID.toHex() + "622361";
        assertEquals(new UnusablePost(ID), decodeClient("8604" + post + "0600" + "4101")); // kind 6
        assertEquals(new UnusablePost(ID), decodeClient("8604" + post + "1000" + "4101")); // joined
        assertEquals(new Unusable(7), decodeClient("850b0701" + "08" + "60")); // setting 8
        assertEquals(new Unusable(7), decodeClient("880c07016161" + "08" + "02" + "00" + "60")); // action 8
        assertEquals(new Unusable(7), decodeClient("880c07016161" + "07" + "05" + "00" + "60")); // role 5
        assertEquals(new Unusable(7), decodeClient("850e07" + "05" + "60" + "00")); // state 5
        assertEquals(new Unusable(7), decodeClient("840f07" + "04" + "f5")); // preference 4
    }

    private static ClientMessage decodeClient(String hex) throws MalformedException {
        ClientMessage message = MessageCodec.decodeClient(Bytes.fromHex(hex));
        return Objects.requireNonNull(message, hex);
    }

    @Test
    void unknownNumbersOfTheServerCostOneElementAtMost() throws MalformedException {
        ServerMessage users =
                MessageCodec.decodeServer(Bytes.fromHex("83182bf4" + "82" + "846161096000" + "846162016000"));
        assertEquals(new ServerMessage.Users(false, List.of(new UserEntry("b", PresenceState.ONLINE, "", 0))), users);
        ServerMessage later = MessageCodec.decodeServer(
                Bytes.fromHex("83182501" + "870206" + "50" + ID.toHex() + "61610300" + "4101"));
        assertEquals(new ServerMessage.Appended(1, new Entry(2, null, ID, "a", 3, 0, Bytes.copyOf((byte) 1))), later);
        assertNull(MessageCodec.decodeServer(Bytes.fromHex("8618240001" + "05" + "60" + "60"))); // cause 5
    }

    @Test
    void indefiniteLengthsAndRequestZeroAreMalformed() {
        for (String hex : List.of("9f02016223776" + "0ff", "8402017f622377ff60", "84020062237760")) {
            assertThrows(MalformedException.class, () -> MessageCodec.decodeClient(Bytes.fromHex(hex)), hex);
        }
    }

    @Test
    void boundsOfPostsAreKept() throws MalformedException {
        Bytes largest = Bytes.copyOf(new byte[Bounds.MAX_BODY_BYTES]);
        ClientMessage post = new ClientMessage.Post(ID, "#a", EntryKind.MESSAGE, 0, largest);
        Bytes octets = MessageCodec.encode(post);
        assertEquals(post, MessageCodec.decodeClient(octets));
        String head = "8604" + "50" + ID.toHex() + "622361";
        String tooMuch = "59ea61" + "00".repeat(Bounds.MAX_BODY_BYTES + 1);
        for (String rest : List.of("0100" + tooMuch, "0300" + tooMuch, "010040", "010041", "0100600161")) {
            assertThrows(MalformedException.class, () -> MessageCodec.decodeClient(Bytes.fromHex(head + rest)));
        }
        assertEquals(new ClientMessage.Post(ID, "#a", EntryKind.DELETE, 5, Bytes.EMPTY), decodeClient(head + "030540"));
    }

    @Test
    void boundsOfListsAndTextsAreKept() throws MalformedException {
        List<Mark> marks = Collections.nCopies(Bounds.MAX_LIST_ENTRIES, new Mark("a", 1, 1));
        ServerMessage most = new ServerMessage.Receipts(1, marks);
        assertEquals(most, MessageCodec.decodeServer(MessageCodec.encode(most)));
        List<Mark> more = new ArrayList<>(marks);
        more.add(new Mark("b", 1, 1));
        assertMalformed(new ServerMessage.Receipts(1, more));
        assertMalformed(new ServerMessage.Announce("x".repeat(Bounds.MAX_NOTICE_BYTES + 1), 1));
        assertMalformed(new ServerMessage.Typing("x".repeat(Bounds.MAX_NAME_BYTES + 1), "#a"));
        Bytes shortKey = Bytes.copyOf(new byte[31]);
        UserEntry user = new UserEntry("a", PresenceState.ONLINE, "", 0);
        assertMalformed(new ServerMessage.Profile(1, user, 1, false, List.of(shortKey)));
        String login = "8b01" + "6161" + "581f" + "00".repeat(31) + "5840" + "00".repeat(64) + "60606060f46060";
        assertThrows(MalformedException.class, () -> MessageCodec.decodeClient(Bytes.fromHex(login)));
    }

    private static void assertMalformed(ServerMessage message) {
        Bytes octets = MessageCodec.encode(message);
        assertThrows(MalformedException.class, () -> MessageCodec.decodeServer(octets), message.toString());
    }

    @Test
    void truncationAtEveryLengthIsMalformed() {
        for (ClientMessage message : fromClients(2)) {
            for (Bytes cut : truncated(MessageCodec.encode(message))) {
                assertThrows(MalformedException.class, () -> MessageCodec.decodeClient(cut), message + " cut");
            }
        }
        for (ServerMessage message : fromServer(2)) {
            for (Bytes cut : truncated(MessageCodec.encode(message))) {
                assertThrows(MalformedException.class, () -> MessageCodec.decodeServer(cut), message + " cut");
            }
        }
    }

    private static List<Bytes> truncated(Bytes whole) {
        List<Bytes> cuts = new ArrayList<>();
        for (int length = 0; length < whole.length(); length++) {
            cuts.add(Bytes.copyOf(whole.toArray(), 0, length));
        }
        return cuts;
    }

    @Test
    void everyBitFlipGivesAMessageOrMalformedAndNothingElse() {
        int malformed = 0;
        for (ClientMessage message : fromClients(2)) {
            malformed += flipAll(MessageCodec.encode(message), MessageCodec::decodeClient);
        }
        for (ServerMessage message : fromServer(2)) {
            malformed += flipAll(MessageCodec.encode(message), MessageCodec::decodeServer);
        }
        assertTrue(malformed > 1_000, "only " + malformed + " flips were noticed");
    }

    /** Decodes; what it gives is of no interest here. */
    private interface Decoder {
        @Nullable
        Object decode(Bytes octets) throws MalformedException;
    }

    private static int flipAll(Bytes message, Decoder decoder) {
        int malformed = 0;
        byte[] octets = message.toArray();
        for (int bit = 0; bit < 8 * octets.length; bit++) {
            octets[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                decoder.decode(Bytes.copyOf(octets));
            } catch (MalformedException expected) {
                assertEquals(0, expected.getStackTrace().length);
                malformed++;
            }
            octets[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return malformed;
    }

    @Test
    void secretsDoNotReachTexts() {
        Bytes key = Bytes.copyOf(new byte[32]);
        Bytes proof = Bytes.copyOf(new byte[64]);
        ClientMessage.Secrets secrets = new ClientMessage.Secrets("geheim", "geheim", "geheim", "geheim");
        for (ClientMessage message : List.of(
                new ClientMessage.Login("ann", key, proof, secrets, true, "laptop", "1.0"),
                new ClientMessage.Join(1, "#a", "geheim"),
                new ClientMessage.SetRoom(1, 1, RoomSetting.PASSWORD, "geheim"),
                new ClientMessage.SetPassword(1, "geheim", "geheim"))) {
            assertTrue(!message.toString().contains("geheim"), message.toString());
        }
        assertTrue(!secrets.toString().contains("geheim"), secrets.toString());
    }
}
