package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.LinkCause;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        print(new ClientEvent.Joined(LOBBY, 2, false));
        expect("{'event':'joined','room':'#lobby','member_count':2,'again':false}");
    }

    @Test
    void messageInARoom() {
        print(new ClientEvent.EntryShown(LOBBY, message("bob", false, "hi"), true));
        expect("{'event':'message','id':'" + HEX + "','room':'#lobby','from':'bob','text':'hi',"
                + "'time':'2026-01-01T00:00:00.007Z','own':false,'seq':4,'live':true}");
    }

    @Test
    void directMessage() {
        print(new ClientEvent.EntryShown(Target.user("bob"), message("ann", true, "hi"), true));
        expect("{'event':'direct','id':'" + HEX + "','with':'bob','from':'ann','text':'hi',"
                + "'time':'2026-01-01T00:00:00.007Z','own':true,'seq':4,'live':true}");
    }

    @Test
    void aBodyThatCannotBeShownHasNoText() {
        print(new ClientEvent.EntryShown(LOBBY, message("bob", false, null), false));
        expect("{'event':'message','id':'" + HEX + "','room':'#lobby','from':'bob','text':null,"
                + "'time':'2026-01-01T00:00:00.007Z','own':false,'seq':4,'live':false}");
    }

    @Test
    void aMessageWithAllThatMayBelongToIt() {
        ShownEntry full = new ShownEntry(
                4,
                ID,
                EntryKind.MESSAGE,
                "bob",
                false,
                TIME_MS,
                "hi",
                2,
                0,
                true,
                false,
                true,
                List.of(new ShownEntry.Reaction("+1", List.of("cid", "dan"))),
                null,
                null,
                null);
        print(new ClientEvent.PageShown(LOBBY, List.of(full), true));
        expect("{'event':'history','room':'#lobby','entries':[{'event':'message','id':'" + HEX
                + "','room':'#lobby','from':'bob','text':'hi','time':'2026-01-01T00:00:00.007Z','own':false,"
                + "'seq':4,'reply_to':2,'edited':true,'mention':true,'reactions':{'+1':['cid','dan']}}],'more':true}");
    }

    @Test
    void whatTheServerSaysOfARoom() {
        print(new ClientEvent.EntryShown(LOBBY, Shown.notice(5, EntryKind.KICKED, "bob", "cid", "spam"), true));
        print(new ClientEvent.EntryShown(LOBBY, Shown.notice(6, EntryKind.SETTING, "bob", "topic", "soup"), true));
        print(new ClientEvent.EntryShown(LOBBY, Shown.notice(7, EntryKind.ROLE, "bob", "cid", "owner"), true));
        expect(
                "{'event':'member','room':'#lobby','by':'bob','time':'1970-01-01T00:00:00.000Z','seq':5,"
                        + "'user':'cid','change':'kicked','reason':'spam','live':true}",
                "{'event':'topic','room':'#lobby','by':'bob','time':'1970-01-01T00:00:00.000Z','seq':6,"
                        + "'topic':'soup','live':true}",
                "{'event':'member','room':'#lobby','by':'bob','time':'1970-01-01T00:00:00.000Z','seq':7,"
                        + "'user':'cid','change':'role','role':'owner','reason':'','live':true}");
    }

    @Test
    void changesOfALine() {
        print(new ClientEvent.EntryChanged(LOBBY, 4, message("bob", false, "new"), EntryKind.EDIT, "bob", "new"));
        print(new ClientEvent.EntryChanged(LOBBY, 4, null, EntryKind.REACT, "cid", "+1"));
        print(new ClientEvent.EntryChanged(LOBBY, 4, null, EntryKind.DELETE, "cid", ""));
        expect(
                "{'event':'edited','id':'" + HEX + "','room':'#lobby','seq':4,'from':'bob','text':'new'}",
                "{'event':'reaction','id':null,'room':'#lobby','seq':4,'from':'cid','emoji':'+1','on':true}",
                "{'event':'deleted','id':null,'room':'#lobby','seq':4,'from':'cid'}");
    }

    @Test
    void whoHasWhatAndWhatIsUnread() {
        print(new ClientEvent.ReceiptsChanged(LOBBY, ID, 4, 3, 1, 5));
        print(new ClientEvent.UnreadChanged(LOBBY, 3, 2, 1));
        print(new ClientEvent.ConversationLeft(LOBBY, LeaveCause.KICKED, "bob", "spam"));
        expect(
                "{'event':'receipts','id':'" + HEX + "','room':'#lobby','seq':4,'delivered':3,'read':1,'of':5}",
                "{'event':'unread','room':'#lobby','unread':2,'mentions':1,'read_seq':3}",
                "{'event':'left','room':'#lobby','cause':'kicked','by':'bob','reason':'spam'}");
    }

    @Test
    void noEventIsForgottenAndNoneTellsASecret() throws Exception {
        for (Class<?> kind : ClientEvent.class.getPermittedSubclasses()) {
            ClientEvent event = (ClientEvent) Samples.of(kind);
            json.print(event);
        }
        assertTrue(lines.stream().noneMatch(line -> line.contains(Samples.SECRET)), lines.toString());
    }

    private static ShownEntry message(String from, boolean own, @Nullable String text) {
        return new ShownEntry(
                4,
                ID,
                EntryKind.MESSAGE,
                from,
                own,
                TIME_MS,
                text,
                0,
                0,
                false,
                false,
                false,
                List.of(),
                null,
                null,
                null);
    }

    @Test
    void aFileIsAMessageWithItsNameSizeAndBlob() {
        Bytes blob = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
        FileInfo file = new FileInfo("a.txt", 12, Bytes.fromHex("89504e"), blob);
        print(new ClientEvent.EntryShown(LOBBY, Shown.file(5, "bob", false, "look", file), true));
        expect("{'event':'message','id':'00000005000000000000000000000000','room':'#lobby','from':'bob','text':'look',"
                + "'time':'1970-01-01T00:00:00.000Z','own':false,'seq':5,'file':{'name':'a.txt','size':12,"
                + "'blob':'000102030405060708090a0b0c0d0e0f','thumbnail':3},'live':true}");
    }

    @Test
    void aFileOnItsWay() {
        print(new ClientEvent.FileProgress(Shown.transfer(ID, FileState.SENDING, 40)));
        print(new ClientEvent.DownloadsShown(new DownloadRule(DownloadRule.From.VERIFIED, 20, Path.of("in"))));
        expect(
                "{'event':'file','id':'" + HEX + "','name':'a.txt','size':100,'state':'sending','path':'a.txt',"
                        + "'room':'#lobby','direction':'out','done':40,'reason':''}",
                "{'event':'downloads','from':'verified','max':20,'folder':'in'}");
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
        print(new ClientEvent.UserList(List.of(new UserEntry("bob", PresenceState.AWAY, "lunch", 0))));
        print(new ClientEvent.PresenceChanged(new UserEntry("bob", PresenceState.ONLINE, "", 0)));
        expect(
                "{'event':'presence','user':'bob','state':'away','text':'lunch'}",
                "{'event':'presence','user':'bob','state':'online'}");
    }

    @Test
    void errors() {
        print(new ClientEvent.Problem("offline", "not connected"));
        print(new ClientEvent.LoginRefused("name_taken", "The name is taken.", true));
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
        print(new ClientEvent.Reconnecting(2, 750, LinkCause.of(LinkCause.Kind.NO_ANSWER)));
        print(new ClientEvent.Unresponsive(5_000));
        print(new ClientEvent.Recovered());
        print(new ClientEvent.Offline(new LinkCause(LinkCause.Kind.KICKED, "enough"), false));
        print(new ClientEvent.Ended());
        expect(
                "{'event':'reconnecting','attempt':2,'in_ms':750,'cause':'no_answer',"
                        + "'reason':'the server does not answer'}",
                "{'event':'unresponsive','silent_ms':5000}",
                "{'event':'recovered'}",
                "{'event':'offline','cause':'kicked','reason':'an operator ended your session: enough'}");
    }

    @Test
    void everyOtherEventIsOneLine() {
        print(new ClientEvent.Announced("soup", TIME_MS));
        print(new ClientEvent.AdminOutput(true, List.of("a", "b")));
        print(new ClientEvent.GapShown(LOBBY, 1, 4, false));
        print(new ClientEvent.TrustWanted("relay:1", "SHA256:a", "lusab babad"));
        expect(
                "{'event':'announce','text':'soup','time':'2026-01-01T00:00:00.007Z'}",
                "{'event':'admin','ok':true,'lines':['a','b']}",
                "{'event':'gap','where':'#lobby','from_seq':1,'to_seq':4,'held':false}",
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
