package io.heliograph.client.core.e2e;

import static io.heliograph.client.core.e2e.World.LAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.e2e.BoxContent;
import io.heliograph.common.e2e.BoxSeal;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A relay that was changed: each attempt is seen, nothing leaks, and the conversation goes on. */
class DishonestRelayTest {
    private final World world = new World(11);
    private final World.Person ann = world.person("ann", LAB);
    private final World.Person bob = world.person("bob", LAB);

    @Test
    void aMemberWhomTheServerAddsIsGivenNoKeysAndIsShown() {
        ann.does(new ClientCommand.SetRoom(LAB, RoomSetting.ACCESS, "private"));
        World.Person mallory = world.person("mallory");
        world.relay.room("#lab").members.add("mallory");
        world.relay.notice(world.relay.room("#lab"), EntryKind.JOINED, "mallory", "mallory");
        mallory.dies();
        mallory.returns();
        ann.says(LAB, "for bob alone");
        world.waits(6_000);
        ann.says(LAB, "still for bob alone");

        assertEquals(List.of("ann: for bob alone", "ann: still for bob alone"), bob.reads(LAB));
        assertEquals(List.of(), mallory.reads(LAB));
        assertEquals(
                List.of(new ClientEvent.NotAdmitted(LAB, List.of("mallory"))), ann.saw(ClientEvent.NotAdmitted.class));
    }

    @Test
    void aMemberWhomTheServerAddsSilentlyIsGivenNoKeys() {
        ann.does(new ClientCommand.SetRoom(LAB, RoomSetting.ACCESS, "private"));
        World.Person mallory = world.person("mallory");
        world.relay.room("#lab").members.add("mallory");
        ann.says(LAB, "for bob alone");

        assertTrue(
                world.relay.boxes.getOrDefault(mallory.link.device, List.of()).isEmpty());
    }

    @Test
    void aDeviceThatTheServerAddsToSomebodyIsGivenNoKeys() {
        IdentityKeyPair ghost = IdentityKeyPair.generate(world.random);
        world.relay
                .account("bob")
                .prekeys
                .put(ghost.publicKey().octets(), prekeyOf(ghost).octets());
        tell(new ServerMessage.CardChanged("bob"));
        ann.says(LAB, "for bob's own device");

        assertTrue(world.relay
                .boxes
                .getOrDefault(ghost.publicKey().octets(), List.of())
                .isEmpty());
        assertEquals(List.of("ann: for bob's own device"), bob.reads(LAB));
    }

    @Test
    void anotherKeyForSomebodyIsShownAndDoesNotReadTheRoom() {
        bob.dies();
        IdentityKeyPair ghost = IdentityKeyPair.generate(world.random);
        TestRelay.Account account = world.relay.account("bob");
        account.list =
                DeviceList.sign(ghost, "bob", world.wallMs + 1, List.of()).octets();
        account.prekeys.put(ghost.publicKey().octets(), prekeyOf(ghost).octets());
        tell(new ServerMessage.CardChanged("bob"));
        ann.says(LAB, "not for the ghost");

        assertEquals(List.of(new ClientEvent.KeyChanged("bob", false)), ann.saw(ClientEvent.KeyChanged.class));
        assertTrue(world.relay
                .boxes
                .getOrDefault(ghost.publicKey().octets(), List.of())
                .isEmpty());
    }

    @Test
    void anotherKeyOfSomebodyVerifiedWaitsForAYesAndThenSends() {
        Target toBob = Target.user("bob");
        ann.does(new ClientCommand.SetVerified("bob", true));
        World.Person other = replacementForBob();
        ann.says(toBob, "are you bob?");
        assertEquals(List.of(new ClientEvent.KeyChanged("bob", true)), ann.saw(ClientEvent.KeyChanged.class));
        assertEquals(1, ann.saw(ClientEvent.HeldBack.class).size());
        assertEquals(List.of(), other.reads(Target.user("ann")));

        ann.does(new ClientCommand.AcceptKey(toBob));
        assertEquals(List.of("ann: are you bob?"), other.reads(Target.user("ann")));
    }

    @Test
    void whatARoomSaidToAKeyThatWaitedIsReadAfterTheYes() {
        ann.does(new ClientCommand.SetVerified("bob", true));
        World.Person other = replacementForBob();
        ann.says(LAB, "is bob here?");
        assertEquals(List.of(), other.reads(LAB));
        ann.does(new ClientCommand.AcceptKey(Target.user("bob")));
        world.waits(200_000);

        assertEquals(List.of("ann: is bob here?"), other.reads(LAB));
    }

    @Test
    void aMessageMovedToAnotherRoomIsNotAccepted() {
        Target pub = Target.room("pub");
        ann.does(new ClientCommand.Join(pub, ""));
        bob.does(new ClientCommand.Join(pub, ""));
        ann.says(pub, "cheers");
        ann.says(LAB, "the serious part");
        Entry serious = lastOf("#lab");
        world.relay.append(world.relay.room("#pub"), serious, null);
        world.settle();
        bob.says(pub, "cheers ann");

        assertEquals(List.of("ann: cheers", "bob: cheers ann"), bob.reads(pub));
        assertEquals(1, bob.notes(pub).size());
    }

    @Test
    void aMessageUnderAnotherNameIsNotAccepted() {
        World.Person cid = world.person("cid", LAB);
        ann.says(LAB, "hello");
        tamperWith(bob, entry -> entry.from().equals("ann") ? from(entry, "cid") : entry);
        ann.says(LAB, "I resign");

        assertEquals(List.of("ann: hello"), bob.reads(LAB));
        assertEquals(List.of("it comes from a device that cid has not confirmed"), bob.notes(LAB));
        assertEquals(List.of("ann: hello", "ann: I resign"), cid.reads(LAB));
    }

    @Test
    void whatWasReadBeforeUnderAnotherNameIsNotAccepted() {
        World.Person cid = world.person("cid", LAB);
        ann.says(LAB, "I resign");
        assertEquals(List.of("ann: I resign"), cid.reads(LAB));
        List<Entry> log = world.relay.room("#lab").log;
        log.set(log.size() - 1, from(lastOf("#lab"), "bob"));
        cid.dies();
        cid.returns();
        cid.does(new ClientCommand.LoadOlder(LAB, 50));

        assertEquals(List.of(), cid.reads(LAB));
        assertEquals(List.of("the server shows it otherwise than before"), cid.notes(LAB));
    }

    @Test
    void aReplyPutToAnotherMessageIsNotAccepted() {
        World.Person cid = world.person("cid", LAB);
        cid.dies();
        ann.says(LAB, "shall we attack?");
        long attack = world.relay.room("#lab").log.size();
        ann.says(LAB, "shall we eat?");
        long eat = world.relay.room("#lab").log.size();
        bob.does(new ClientCommand.Say(bob.id(700), LAB, "yes", eat));
        assertTrue(ann.reads(LAB).contains("bob: yes"));
        List<Entry> log = world.relay.room("#lab").log;
        Entry first = log.get((int) attack - 1);
        log.set((int) attack - 1, at(log.get((int) eat - 1), attack));
        log.set((int) eat - 1, at(first, eat));
        cid.returns();

        assertFalse(cid.reads(LAB).contains("bob: yes"));
        assertTrue(cid.notes(LAB).contains("the server has put it to another message"));
    }

    @Test
    void aRepeatedMessageIsNotShownAgain() {
        ann.says(LAB, "pay 100");
        world.relay.append(world.relay.room("#lab"), lastOf("#lab"), null);
        world.settle();

        assertEquals(List.of("ann: pay 100"), bob.reads(LAB));
        assertEquals(List.of("it repeats an earlier message"), bob.notes(LAB));
    }

    @Test
    void aRepeatedKeyBringsNoUsedMessageBack() {
        ann.says(LAB, "pay 100");
        List<ServerMessage.Box> sent = List.copyOf(taken);
        ServerMessage.Box key = sent.get(sent.size() - 1);
        world.relay.deliver(new ServerMessage.Box(1_000, key.from(), key.device(), key.box()), bob.link.device);
        world.relay.append(world.relay.room("#lab"), lastOf("#lab"), null);
        world.settle();

        assertEquals(List.of("ann: pay 100"), bob.reads(LAB));
        assertEquals(List.of("it repeats an earlier message"), bob.notes(LAB));
    }

    @Test
    void aChangedMessageIsNotAccepted() {
        tamperWith(bob, entry -> changed(entry));
        ann.says(LAB, "to be changed");
        world.relay.tamper = (link, message) -> message;
        ann.says(LAB, "left alone");

        assertEquals(List.of("ann: left alone"), bob.reads(LAB));
        assertEquals(List.of("it was changed on its way"), bob.notes(LAB));
    }

    @Test
    void aDroppedKeyIsAskedForAndComes() {
        world.relay.tamper = (link, message) -> message instanceof ServerMessage.Box ? null : message;
        ann.says(LAB, "behind a lost key");
        assertEquals(List.of("waiting for keys from ann"), bob.notes(LAB));
        assertEquals(List.of(), bob.reads(LAB));
        world.relay.boxes.clear();
        world.relay.tamper = (link, message) -> message;
        world.waits(31_000);

        assertEquals(List.of("ann: behind a lost key"), bob.reads(LAB));
    }

    @Test
    void wrongKeysForAWaitingMessageDoNotSpoilIt() {
        world.relay.tamper = (link, message) -> message instanceof ServerMessage.Box ? null : message;
        ann.says(LAB, "behind a lost key");
        assertEquals(List.of("waiting for keys from ann"), bob.notes(LAB));
        world.relay.boxes.clear();
        world.relay.tamper = (link, message) -> message;
        SealedHeader header =
                Objects.requireNonNull(SealedHeader.of(lastOf("#lab").body()));
        IdentityKeyPair stranger = IdentityKeyPair.generate(world.random);
        int kept = bob.store.all("chains").size();
        for (IdentityKeyPair giver : List.of(stranger, ann.device)) {
            BoxContent wrong = new BoxContent.ChainKey(
                    Bytes.takingOver(world.random.bytes(32)),
                    ann.link.device,
                    header.chain(),
                    0,
                    SecretBytes.random(32, world.random));
            deliver(giver, wrong);
            // Whoever is not the author is not even listened to: nothing was asked of others here.
            assertEquals(
                    kept + (giver == stranger ? 0 : 1), bob.store.all("chains").size());
        }
        assertEquals(List.of("waiting for keys from ann"), bob.notes(LAB));
        world.waits(31_000);

        assertEquals(List.of("ann: behind a lost key"), bob.reads(LAB));
    }

    @Test
    void aDeviceThatWasTakenAwayIsBelievedNoMore() {
        World.Person annsOther = world.person("ann");
        ann.does(new ClientCommand.ApproveDevice(annsOther.link.device));
        annsOther.says(LAB, "from my laptop");
        // The laptop is stolen, and the server lets it go on.
        world.relay.tamper = (link, message) -> {
            boolean about = message instanceof ServerMessage.CardChanged;
            return about && link == annsOther.link ? null : message;
        };
        ann.does(new ClientCommand.Revoke(annsOther.link.device));
        annsOther.says(LAB, "send me money");

        assertEquals(List.of("ann: from my laptop"), bob.reads(LAB));
        assertEquals(List.of("it comes from a device that ann has taken away"), bob.notes(LAB));
    }

    @Test
    void whomTheServerLeftOutGetsTheKeyOnAskingLater() {
        ann.dies();
        world.relay.tamper = (link, message) -> link.user.equals("ann")
                        && message instanceof ServerMessage.CardList list
                        && list.cards().size() > 1
                ? new ServerMessage.CardList(
                        list.request(),
                        false,
                        list.cards().stream()
                                .filter(card -> !card.name().equals("bob"))
                                .toList())
                : message;
        ann.returns();
        ann.says(LAB, "is anybody here?");
        assertEquals(List.of("waiting for keys from ann"), bob.notes(LAB));
        world.relay.tamper = (link, message) -> message;
        ann.dies();
        ann.returns();
        ann.says(LAB, "I am back"); // ann knows the members again
        world.waits(31_000);

        assertEquals(List.of("ann: is anybody here?", "ann: I am back"), bob.reads(LAB));
    }

    @Test
    void aChangedOrderIsShown() {
        World.Person cid = world.person("cid", LAB);
        cid.link.up = false;
        ann.says(LAB, "first");
        ann.says(LAB, "second");
        TestRelay.Place lab = world.relay.room("#lab");
        int last = lab.log.size() - 1;
        Entry first = lab.log.get(last - 1);
        Entry second = lab.log.get(last);
        lab.log.set(last - 1, at(second, first.seq()));
        lab.log.set(last, at(first, second.seq()));
        cid.dies();
        cid.returns();

        assertEquals(List.of("ann: second", "ann: first"), cid.reads(LAB));
        assertEquals(List.of("the server has changed the order of messages"), cid.notes(LAB));
    }

    @Test
    void anOldListOfMembersIsSeenAndStopsWhatIsSaidThere() {
        World.Person cid = world.person("cid", LAB);
        cid.does(new ClientCommand.Leave(LAB));
        ann.dies();
        List<Bytes> roll = world.relay.room("#lab").roll;
        roll.remove(roll.size() - 1); // the server wants cid back
        world.relay.room("#lab").members.add("cid");
        ann.returns();
        ann.says(LAB, "without cid");

        assertEquals(1, ann.saw(ClientEvent.RoomAlarm.class).size());
        assertEquals(List.of(), bob.reads(LAB));
        ann.does(new ClientCommand.AcceptKey(LAB));
        assertEquals(List.of("ann: without cid"), bob.reads(LAB));
    }

    @Test
    void anotherRoomUnderTheSameNameIsSeen() {
        ann.dies();
        World.Person mallory = world.person("mallory");
        mallory.does(new ClientCommand.Join(Target.room("other"), ""));
        TestRelay.Place lab = world.relay.room("#lab");
        lab.roll.clear();
        lab.roll.addAll(world.relay.room("#other").roll);
        lab.members.add("mallory");
        lab.roll.addAll(world.relay.room("#other").roll); // as long as the one that was there
        ann.returns();
        ann.says(LAB, "not for mallory");

        assertEquals(1, ann.saw(ClientEvent.RoomAlarm.class).size());
        assertFalse(mallory.reads(LAB).contains("ann: not for mallory"));
    }

    @Test
    void anEditPutToAnotherMessageIsNotAccepted() {
        ann.says(LAB, "I agree");
        long agreed = world.relay.room("#lab").log.size();
        ann.says(LAB, "I disagree");
        long disagreed = world.relay.room("#lab").log.size();
        tamperWith(
                bob,
                entry -> entry.kind() == EntryKind.EDIT
                        ? new Entry(entry.seq(), entry.kind(), entry.id(), entry.from(), 0, agreed, entry.body())
                        : entry);
        ann.does(new ClientCommand.Edit(ann.id(900), LAB, disagreed, "I still disagree", 0));

        assertEquals(List.of("ann: I agree", "ann: I disagree"), bob.reads(LAB));
        assertEquals(1, bob.saw(ClientEvent.ChangeNotAccepted.class).size());
    }

    @Test
    void plainTextIsNotAccepted() {
        Entry plain = new Entry(
                0,
                EntryKind.MESSAGE,
                ann.id(800),
                "ann",
                0,
                0,
                io.heliograph.common.codec.MessageCodec.encode(
                        new io.heliograph.common.message.Body.Text("made up", 0)));
        world.relay.append(world.relay.room("#lab"), plain, null);
        world.settle();

        assertEquals(List.of(), bob.reads(LAB));
        assertEquals(List.of("it is not end-to-end encrypted"), bob.notes(LAB));
    }

    // What the relay does

    private final List<ServerMessage.Box> taken = new java.util.ArrayList<>();

    {
        world.relay.tamper = (link, message) -> {
            if (message instanceof ServerMessage.Box box && link == bob.link) {
                taken.add(box);
            }
            return message;
        };
    }

    private interface Change {
        Entry of(Entry entry);
    }

    private void tamperWith(World.Person person, Change change) {
        world.relay.tamper = (link, message) -> tampered(link == person.link, message, change);
    }

    private static @Nullable ServerMessage tampered(boolean applies, ServerMessage message, Change change) {
        return applies && message instanceof ServerMessage.Appended appended
                ? new ServerMessage.Appended(appended.conversation(), change.of(appended.entry()))
                : message;
    }

    private void tell(ServerMessage message) {
        world.relay.links.forEach(link -> link.forge(message));
        world.settle();
    }

    private World.Person replacementForBob() {
        bob.dies();
        TestRelay.Account account = world.relay.account("bob");
        account.list = Bytes.EMPTY;
        account.prekeys.clear();
        World.Person other = world.person("bob");
        tell(new ServerMessage.CardChanged("bob"));
        return other;
    }

    private PreKeyRecord prekeyOf(IdentityKeyPair device) {
        X25519KeyPair pair = X25519KeyPair.fromPrivate(SecretBytes.random(32, world.random));
        return PreKeyRecord.sign(device, 1, pair.publicKey(), world.wallMs);
    }

    private void deliver(IdentityKeyPair giver, BoxContent content) {
        Bytes published =
                Objects.requireNonNull(world.relay.account("bob").prekeys.get(bob.link.device));
        PreKeyRecord prekey = Objects.requireNonNull(PreKeyRecord.verified(published));
        Bytes box = BoxSeal.seal(giver, prekey, content, world.random);
        world.relay.deliver(
                new ServerMessage.Box(5_000, "ann", giver.publicKey().octets(), box), bob.link.device);
        world.settle();
    }

    private Entry lastOf(String room) {
        List<Entry> log = world.relay.room(room).log;
        return log.get(log.size() - 1);
    }

    private static Entry from(Entry entry, String name) {
        return new Entry(entry.seq(), entry.kind(), entry.id(), name, entry.timeMs(), entry.refSeq(), entry.body());
    }

    private static Entry at(Entry entry, long seq) {
        return new Entry(seq, entry.kind(), entry.id(), entry.from(), entry.timeMs(), entry.refSeq(), entry.body());
    }

    private static Entry changed(Entry entry) {
        byte[] octets = entry.body().toArray();
        if (octets.length > 40) {
            octets[40] ^= 1;
        }
        return new Entry(
                entry.seq(),
                entry.kind(),
                entry.id(),
                entry.from(),
                entry.timeMs(),
                entry.refSeq(),
                Bytes.takingOver(octets));
    }
}
