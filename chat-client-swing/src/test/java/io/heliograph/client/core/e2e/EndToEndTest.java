package io.heliograph.client.core.e2e;

import static io.heliograph.client.core.e2e.World.LAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Honest relay, honest members. */
class EndToEndTest {
    private final World world = new World(7);

    @Test
    void membersOfARoomReadEachOther() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        ann.says(LAB, "hello bob");
        bob.says(LAB, "hello ann");
        ann.says(LAB, "and again");

        List<String> all = List.of("ann: hello bob", "bob: hello ann", "ann: and again");
        assertEquals(all, ann.reads(LAB));
        assertEquals(all, bob.reads(LAB));
        assertEquals(List.of(), bob.notes(LAB));
    }

    @Test
    void theRelayIsToldNothingOfWhatIsSaid() {
        World.Person ann = world.person("ann", LAB);
        world.person("bob", LAB);
        ann.says(LAB, "the quick brown fox");
        ann.says(Target.user("bob"), "the lazy dog");

        assertFalse(world.relay.seen.stream().anyMatch(message -> holds(message, "brown fox")));
        assertFalse(world.relay.seen.stream().anyMatch(message -> holds(message, "lazy dog")));
    }

    @Test
    void twoPeopleTalkDirectly() {
        World.Person ann = world.person("ann");
        World.Person bob = world.person("bob");
        ann.says(Target.user("bob"), "psst");
        bob.says(Target.user("ann"), "what?");

        assertEquals(List.of("ann: psst", "bob: what?"), ann.reads(Target.user("bob")));
        assertEquals(List.of("ann: psst", "bob: what?"), bob.reads(Target.user("ann")));
    }

    @Test
    void whatWasSaidToSomebodyAwayIsReadLater() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        bob.dies();
        ann.says(LAB, "while you were out");
        bob.returns();

        assertEquals(List.of("ann: while you were out"), bob.reads(LAB));
    }

    @Test
    void whatWasReadOnceIsReadableAfterARestart() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        ann.says(LAB, "one");
        bob.says(LAB, "two");
        bob.dies();
        bob.returns();
        bob.does(new ClientCommand.LoadOlder(LAB, 50));

        assertEquals(List.of("ann: one", "bob: two"), bob.reads(LAB));
    }

    @Test
    void whoComesLaterDoesNotReadWhatWasSaidBefore() {
        World.Person ann = world.person("ann", LAB);
        ann.says(LAB, "before");
        World.Person bob = world.person("bob", LAB);
        bob.does(new ClientCommand.LoadOlder(LAB, 50));
        ann.says(LAB, "after");
        world.waits(4_000_000);

        assertEquals(List.of("ann: after"), bob.reads(LAB));
        assertEquals(List.of("waiting for keys from ann"), bob.notes(LAB));
    }

    @Test
    void whoComesLaterReadsEverythingWhereTheRoomSaysSo() {
        World.Person ann = world.person("ann", LAB);
        World.Person cid = world.person("cid", LAB);
        ann.does(new ClientCommand.ShareHistory(LAB, true));
        ann.says(LAB, "by ann");
        cid.says(LAB, "by cid");
        cid.dies();
        World.Person bob = world.person("bob", LAB);
        bob.does(new ClientCommand.LoadOlder(LAB, 50));
        world.waits(60_000);

        assertEquals(List.of("ann: by ann", "cid: by cid"), bob.reads(LAB));
    }

    @Test
    void whatIsSaidWhileSomebodyComesInReachesThem() {
        World.Person ann = world.person("ann", LAB);
        List<ServerMessage> late = new ArrayList<>();
        world.relay.tamper = (link, message) -> {
            boolean hold = link.user.equals("bob") && message instanceof ServerMessage.CardList;
            if (hold) {
                late.add(message);
            }
            return hold ? null : message;
        };
        World.Person bob = world.person("bob", LAB);
        ann.says(LAB, "welcome");
        assertEquals(List.of(), bob.saw(ClientEvent.Joined.class));
        world.relay.tamper = (link, message) -> message;
        late.forEach(bob.link::forge);
        world.settle();

        assertEquals(1, bob.saw(ClientEvent.Joined.class).size());
        assertEquals(List.of("ann: welcome"), bob.reads(LAB));
    }

    @Test
    void whoComesInWhileTheListOfMembersIsOnItsWayIsNotMissed() {
        List<ServerMessage> late = new ArrayList<>();
        world.relay.tamper = (link, message) -> {
            boolean list = message instanceof ServerMessage.CardList told
                    && told.cards().size() == 1;
            boolean hold = link.user.equals("ann") && list && late.isEmpty();
            boolean own = late.isEmpty() && world.relay.room("#lab").members.isEmpty();
            if (hold && !own) {
                late.add(message);
                return null;
            }
            return message;
        };
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        world.relay.tamper = (link, message) -> message;
        late.forEach(ann.link::forge);
        world.settle();
        ann.says(LAB, "welcome");

        assertEquals(List.of("ann: welcome"), bob.reads(LAB));
    }

    @Test
    void whoNeverComesInHoldsNothingUp() {
        World.Person ann = world.person("ann", LAB);
        world.relay.room("#lab").members.add("ghost");
        world.relay.account("ghost");
        world.relay.notice(world.relay.room("#lab"), EntryKind.JOINED, "ghost", "ghost");
        ann.says(LAB, "hello");
        assertEquals(0, ann.saw(ClientEvent.EntryPlaced.class).size());
        world.waits(2_000);
        assertEquals(1, ann.saw(ClientEvent.EntryPlaced.class).size());
    }

    @Test
    void whoWasKickedGetsNoFurtherKeys() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        ann.says(LAB, "with bob");
        int before = world.relay.boxes.getOrDefault(bob.link.device, List.of()).size();
        ann.does(new ClientCommand.Moderate(LAB, "bob", Moderation.KICK, null, 0, ""));
        ann.says(LAB, "without bob");

        int after = world.relay.boxes.getOrDefault(bob.link.device, List.of()).size();
        assertEquals(before, after);
        assertEquals(List.of("ann: with bob"), bob.reads(LAB));
    }

    @Test
    void aSecondDeviceReadsOnceTheFirstHasConfirmedIt() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        World.Person bobAtHome = world.person("bob");
        bobAtHome.says(LAB, "from home");
        assertEquals(List.of(), ann.reads(LAB));
        assertEquals(1, bobAtHome.saw(ClientEvent.DeviceUnconfirmed.class).size());

        Bytes waiting =
                bob.saw(ClientEvent.DevicesWaiting.class).get(0).devices().get(0);
        bob.does(new ClientCommand.ApproveDevice(waiting));
        ann.says(LAB, "hello both");

        assertEquals(List.of("bob: from home", "ann: hello both"), ann.reads(LAB));
        assertEquals(List.of("bob: from home", "ann: hello both"), bob.reads(LAB));
        assertEquals(List.of("bob: from home", "ann: hello both"), bobAtHome.reads(LAB));
    }

    @Test
    void whatIsBegunOnOneDeviceIsThereOnTheOthersAndNowhereElse() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        World.Person bobAtHome = world.person("bob");
        bob.does(new ClientCommand.ApproveDevice(bobAtHome.link.device));
        bob.does(new ClientCommand.TellDraft(LAB, "half a thought"));
        bob.does(new ClientCommand.TellDraft(LAB, ""));
        bobAtHome.does(new ClientCommand.TellDraft(Target.user("ann"), "dear Ann"));

        assertEquals(
                List.of("half a thought", ""),
                bobAtHome.saw(ClientEvent.DraftChanged.class).stream()
                        .map(ClientEvent.DraftChanged::text)
                        .toList());
        assertEquals(
                List.of(new ClientEvent.DraftChanged(Target.user("ann"), "dear Ann")),
                bob.saw(ClientEvent.DraftChanged.class));
        assertEquals(List.of(), ann.saw(ClientEvent.DraftChanged.class));
        bob.does(new ClientCommand.TellDraft(LAB, "x".repeat(601)));
        assertEquals(2, bobAtHome.saw(ClientEvent.DraftChanged.class).size());
    }

    @Test
    void whatARollHoldsOfEarlierListsAndKeysAlarmsNobody() {
        World.Person bob = world.person("bob", LAB);
        World.Person bobAtHome = world.person("bob");
        bob.does(new ClientCommand.ApproveDevice(bobAtHome.link.device));
        World.Person ann = world.person("ann", LAB);
        bob.says(LAB, "hello");
        ann.does(new ClientCommand.ShowTrust("bob"));
        World.Person cid = world.person("cid", LAB);
        cid.does(new ClientCommand.ShowTrust("bob"));
        bob.says(LAB, "hello cid");

        assertEquals(List.of("bob: hello cid"), cid.reads(LAB));
        assertEquals(List.of(), ann.saw(ClientEvent.Problem.class));
        assertEquals(List.of(), cid.saw(ClientEvent.Problem.class));
        assertEquals(List.of(), cid.saw(ClientEvent.KeyChanged.class));
        assertEquals(List.of(), cid.saw(ClientEvent.EntryRevealed.class));
    }

    @Test
    void aDeviceTakenAwayGetsNoFurtherKeys() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        World.Person bobAtHome = world.person("bob");
        bob.does(new ClientCommand.ApproveDevice(bobAtHome.link.device));
        ann.says(LAB, "to both");
        bobAtHome.dies();
        int before =
                world.relay.boxes.getOrDefault(bobAtHome.link.device, List.of()).size();
        bob.does(new ClientCommand.Revoke(bobAtHome.link.device));
        ann.says(LAB, "to one");

        assertEquals(
                before,
                world.relay.boxes.getOrDefault(bobAtHome.link.device, List.of()).size());
        assertEquals(List.of("ann: to both", "ann: to one"), bob.reads(LAB));
    }

    @Test
    void aHundredMessagesAreTheLifeOfAChain() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        for (int i = 0; i < 101; i++) {
            ann.says(LAB, "line " + i);
        }
        world.waits(25L * 60 * 60 * 1_000);
        ann.says(LAB, "a day later");

        long chains = world.relay.posted.stream()
                .map(SealedHeader::of)
                .filter(header -> header != null)
                .map(SealedHeader::chain)
                .distinct()
                .count();
        assertEquals(3, chains);
        assertEquals(102, bob.reads(LAB).size());
    }

    @Test
    void editsAndReactionsAreSealedToo() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        ann.says(LAB, "helo");
        long seq = world.relay.room("#lab").log.size();
        ann.does(new ClientCommand.Edit(ann.id(900), LAB, seq, "hello", 0));
        bob.does(new ClientCommand.React(bob.id(901), LAB, seq, "👍", true));

        assertEquals(List.of("ann: hello"), bob.reads(LAB));
        assertTrue(ann.lines(LAB).values().stream()
                .anyMatch(line -> !line.reactions().isEmpty()));
    }

    @Test
    void whomTheAdministratorConfirmedIsConfirmedForEverybody() {
        World.Person admin = world.person("admin");
        world.person("bob");
        admin.does(new ClientCommand.ConfirmAccount("bob"));
        World.Person ann = world.person("ann");
        ann.does(new ClientCommand.ShowTrust("bob"));
        ann.does(new ClientCommand.ShowTrust("admin"));

        List<ClientEvent.TrustShown> shown = ann.saw(ClientEvent.TrustShown.class);
        assertEquals(TrustLevel.CONFIRMED, shown.get(0).level());
        assertEquals(TrustLevel.UNKNOWN, shown.get(1).level());
    }

    @Test
    void anotherSignerOfTheDirectoryIsNotBelievedBeforeAYes() {
        World.Person admin = world.person("admin");
        World.Person bob = world.person("bob");
        admin.does(new ClientCommand.ConfirmAccount("bob"));
        World.Person ann = world.person("ann");
        World.Person mallory = world.person("mallory");
        mallory.does(new ClientCommand.ConfirmAccount("mallory"));
        mallory.does(new ClientCommand.AcceptDirectory());
        ann.dies();
        ann.returns();
        ann.does(new ClientCommand.ShowTrust("bob"));
        assertEquals(
                List.of(new ClientEvent.DirectorySignerChanged("admin", "mallory")),
                ann.saw(ClientEvent.DirectorySignerChanged.class));
        assertEquals(
                TrustLevel.CONFIRMED,
                ann.saw(ClientEvent.TrustShown.class).get(0).level());

        ann.does(new ClientCommand.AcceptDirectory());
        ann.does(new ClientCommand.ShowTrust(bob.name));
        assertEquals(
                TrustLevel.UNKNOWN, ann.saw(ClientEvent.TrustShown.class).get(1).level());
    }

    @Test
    void anAccountThatBeginsAnewIsSeenAsAnotherKey() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        World.Person bobsOther = world.person("bob");
        bob.dies();
        world.relay.account("bob").prekeys.remove(bob.link.device);
        bobsOther.does(new ClientCommand.BeginAnew());
        ann.says(LAB, "hello again");

        assertEquals(List.of(new ClientEvent.KeyChanged("bob", false)), ann.saw(ClientEvent.KeyChanged.class));
        assertEquals(List.of("ann: hello again"), bobsOther.reads(LAB));
    }

    @Test
    void whatIsRememberedOfKeysIsToldAfterARestartWithoutAskingAnybody() {
        world.person("bob");
        World.Person ann = world.person("ann");
        ann.does(new ClientCommand.SetVerified("bob", true));
        ann.dies();
        ann.returns();
        ann.does(new ClientCommand.AskTrust(List.of("bob", "cid")));
        List<ClientEvent.TrustKnown> known = ann.saw(ClientEvent.TrustKnown.class);
        assertEquals(
                List.of(new ClientEvent.TrustKnown.Known("bob", TrustLevel.VERIFIED, false)),
                known.get(known.size() - 1).people());
    }

    @Test
    void bothSidesSeeTheSameSafetyNumber() {
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        ann.does(new ClientCommand.ShowTrust("bob"));
        bob.does(new ClientCommand.ShowTrust("ann"));
        ClientEvent.TrustShown anns = ann.saw(ClientEvent.TrustShown.class).get(0);
        ClientEvent.TrustShown bobs = bob.saw(ClientEvent.TrustShown.class).get(0);

        assertEquals(anns.number().digits(), bobs.number().digits());
        assertEquals(TrustLevel.UNKNOWN, anns.level());
        ann.does(new ClientCommand.SetVerified("bob", true));
        assertEquals(
                TrustLevel.VERIFIED,
                ann.saw(ClientEvent.TrustShown.class).get(1).level());
    }

    private static boolean holds(Bytes message, String text) {
        String octets = new String(message.toArray(), StandardCharsets.ISO_8859_1);
        return octets.contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}
