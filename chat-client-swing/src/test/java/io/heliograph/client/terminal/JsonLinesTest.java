package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserPresence;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines are a contract: programs outside this project read them. */
class JsonLinesTest {
    private static final String HEX = "000102030405060708090a0b0c0d0e0f";
    private static final MessageId ID = new MessageId(Bytes.fromHex(HEX));
    private static final Target LOBBY = Target.room("lobby");
    private static final long TIME_MS = 1_767_225_600_007L;

    private final List<String> lines = new ArrayList<>();
    private final JsonLines json = new JsonLines(lines::add);

    @Test
    void connected() {
        print(new ClientEvent.Connected("relay:12345", "Ship", "SHA256:abc", "ann", true, false));
        expect("{'event':'connected','server':'relay:12345','fingerprint':'SHA256:abc','name':'Ship',"
                + "'user':'ann','admin':true,'again':false}");
    }

    @Test
    void joined() {
        print(new ClientEvent.Joined(LOBBY, List.of("ann", "bob"), false));
        expect("{'event':'joined','room':'#lobby','members':['ann','bob'],'again':false}");
    }

    @Test
    void messageInARoom() {
        print(new ClientEvent.MessageShown(ID, LOBBY, "bob", false, TIME_MS, "hi"));
        expect("{'event':'message','id':'" + HEX + "','room':'#lobby','from':'bob','text':'hi',"
                + "'time':'2026-01-01T00:00:00.007Z','own':false}");
    }

    @Test
    void directMessage() {
        print(new ClientEvent.MessageShown(ID, Target.user("bob"), "ann", true, TIME_MS, "hi"));
        expect("{'event':'direct','id':'" + HEX + "','with':'bob','from':'ann','text':'hi',"
                + "'time':'2026-01-01T00:00:00.007Z','own':true}");
    }

    @Test
    void aBodyThatCannotBeShownHasNoText() {
        print(new ClientEvent.MessageShown(ID, LOBBY, "bob", false, TIME_MS, null));
        expect("{'event':'message','id':'" + HEX + "','room':'#lobby','from':'bob','text':null,"
                + "'time':'2026-01-01T00:00:00.007Z','own':false}");
    }

    @Test
    void states() {
        print(new ClientEvent.StateChanged(ID, MessageState.STORED, ""));
        print(new ClientEvent.StateChanged(ID, MessageState.FAILED, "no_such_user: nobody"));
        expect(
                "{'event':'state','id':'" + HEX + "','state':'stored','reason':''}",
                "{'event':'state','id':'" + HEX + "','state':'failed','reason':'no_such_user: nobody'}");
    }

    @Test
    void presence() {
        print(new ClientEvent.UserList(List.of(new UserPresence("bob", PresenceState.AWAY))));
        print(new ClientEvent.PresenceChanged(new UserPresence("bob", PresenceState.ONLINE)));
        expect(
                "{'event':'presence','user':'bob','state':'away'}",
                "{'event':'presence','user':'bob','state':'online'}");
    }

    @Test
    void errors() {
        print(new ClientEvent.Problem("offline", "not connected"));
        print(new ClientEvent.LoginRefused("name_taken", "The name is taken."));
        print(new ClientEvent.JoinRefused(LOBBY, "too_many_rooms", "No more rooms."));
        print(new ClientEvent.WrongIdentity("relay:1", "SHA256:a", "SHA256:b", ""));
        expect(
                "{'event':'error','code':'offline','message':'not connected'}",
                "{'event':'error','code':'name_taken','message':'The name is taken.'}",
                "{'event':'error','code':'too_many_rooms','message':'No more rooms.','room':'#lobby'}",
                "{'event':'error','code':'wrong_identity','message':'the identity of relay:1 is not the expected one',"
                        + "'expected':'SHA256:a','presented':'SHA256:b'}");
    }

    @Test
    void theConnectionAsItComesAndGoes() {
        print(new ClientEvent.Reconnecting(2, 750, "the server does not answer"));
        print(new ClientEvent.Unresponsive(5_000));
        print(new ClientEvent.Recovered());
        print(new ClientEvent.Offline("kicked", false));
        print(new ClientEvent.Ended());
        expect(
                "{'event':'reconnecting','attempt':2,'in_ms':750,'reason':'the server does not answer'}",
                "{'event':'unresponsive','silent_ms':5000}",
                "{'event':'recovered'}",
                "{'event':'offline','reason':'kicked'}");
    }

    @Test
    void everyOtherEventIsOneLine() {
        print(new ClientEvent.MemberChanged(LOBBY, "bob", false, "bye"));
        print(new ClientEvent.Announced("soup", TIME_MS));
        print(new ClientEvent.AdminOutput(true, List.of("a", "b")));
        print(new ClientEvent.GapShown("#lobby", 1, 4));
        print(new ClientEvent.TrustWanted("relay:1", "SHA256:a", "lusab babad"));
        expect(
                "{'event':'member','room':'#lobby','user':'bob','change':'left','reason':'bye'}",
                "{'event':'announce','text':'soup','time':'2026-01-01T00:00:00.007Z'}",
                "{'event':'admin','ok':true,'lines':['a','b']}",
                "{'event':'gap','where':'#lobby','from_seq':1,'to_seq':4}",
                "{'event':'trust','server':'relay:1','fingerprint':'SHA256:a','words':'lusab babad'}");
    }

    @Test
    void whatATerminalOrALineReaderWouldActOnIsEscaped() {
        print(new ClientEvent.Problem("x", "a\nb\u001b\u009b\u2028\u202e\ud800c 😀"));
        expect("{'event':'error','code':'x','message':'a\\nb\\u001B\\u009b\\u2028\\u202e\\ud800c 😀'}");
    }

    private void print(ClientEvent event) {
        json.print(event);
    }

    private void expect(String... expected) {
        assertEquals(
                List.of(expected),
                lines.stream().map(line -> line.replace('"', '\'')).toList());
    }
}
