package io.heliograph.server.routing;

import static io.heliograph.server.routing.SealedFixture.cards;
import static io.heliograph.server.routing.SealedFixture.key;
import static io.heliograph.server.routing.SealedFixture.list;
import static io.heliograph.server.routing.SealedFixture.newsOf;
import static io.heliograph.server.routing.SealedFixture.octets;
import static io.heliograph.server.routing.SealedFixture.prekey;
import static io.heliograph.server.routing.SealedFixture.publish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.e2e.Directory;
import io.heliograph.common.e2e.Directory.Listed;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage.CardList;
import io.heliograph.common.message.ServerMessage.DirectoryTold;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Bans;
import io.heliograph.server.routing.RelayFixture.Person;
import io.heliograph.server.store.AccessTable.BanRow;
import io.heliograph.server.store.KeyTable.ListRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prekeys, device lists, cards and the directory (protocol.md 13.2, 13.10). */
class CardBookTest {
    private static final String PASSWORD = "correct horse";

    private final RelayFixture relay = new RelayFixture();
    private final Person ann = relay.person("ann").register(PASSWORD);
    private final Person tablet = relay.person("ann").logInWith(PASSWORD);
    private final Person bob = relay.inRoom("bob", "#lab");

    @Test
    void aCardHoldsWhatTheDevicesBrought() {
        assertTrue(ann.isDone(publish(ann, prekey(ann, 1), list(ann, "ann", 5, tablet))));
        assertTrue(tablet.isDone(publish(tablet, prekey(tablet, 2), Bytes.EMPTY)));
        CardEntry card = new CardEntry("ann", list(ann, "ann", 5, tablet), List.of(prekey(ann, 1), prekey(tablet, 2)));
        assertEquals(List.of(card), cards(bob, "@ann"));
        relay.restart();
        Person later = relay.person("carl").logIn();
        assertEquals(List.of(card), cards(later, "@ann"));
    }

    @Test
    void aPrekeyOfAnotherDeviceIsNotTaken() {
        assertEquals(RefusalCode.BAD_VALUE, tablet.refusalOf(publish(tablet, prekey(ann, 1), Bytes.EMPTY)));
        assertEquals(RefusalCode.BAD_VALUE, tablet.refusalOf(publish(tablet, octets("no record"), Bytes.EMPTY)));
        Bytes foreign = list(ann, "bob", 5);
        assertEquals(RefusalCode.BAD_VALUE, ann.refusalOf(publish(ann, prekey(ann, 1), foreign)));
        assertEquals(List.of(new CardEntry("ann", Bytes.EMPTY, List.of())), cards(bob, "@ann"));
    }

    @Test
    void onlyTheDeviceThatSignedTheListSignsTheNext() {
        publish(ann, prekey(ann, 1), list(ann, "ann", 5));
        int usurped = publish(tablet, prekey(tablet, 1), list(tablet, "ann", 6, ann));
        assertEquals(RefusalCode.NOT_ALLOWED, tablet.refusalOf(usurped));
        int older = publish(ann, prekey(ann, 1), list(ann, "ann", 5, tablet));
        assertEquals(RefusalCode.STALE, ann.refusalOf(older));
        tablet.say(new ClientMessage.Revoke(tablet.nextRequest(), key(ann)));
        int inherited = publish(tablet, prekey(tablet, 1), list(tablet, "ann", 6));
        assertTrue(tablet.isDone(inherited));
        assertEquals(list(tablet, "ann", 6), cards(bob, "@ann").get(0).list());
    }

    @Test
    void aListOfADeviceThatIsNotEnrolledIsNotTaken() {
        int foreign = publish(ann, prekey(ann, 1), list(bob, "ann", 5));
        assertEquals(RefusalCode.NOT_ALLOWED, ann.refusalOf(foreign));
        assertTrue(cards(bob, "@ann").get(0).prekeys().isEmpty()); // all or nothing
    }

    @Test
    void thoseConcernedHearOfAChangeOnce() {
        Person stranger = relay.person("eve").logIn();
        ann.join("#lab");
        tablet.post("@bob", "hi");
        publish(ann, prekey(ann, 1), list(ann, "ann", 5));
        publish(ann, prekey(ann, 1), list(ann, "ann", 5)); // the same again: nothing has changed
        assertEquals(1, newsOf(bob, "ann"));
        assertEquals(1, newsOf(tablet, "ann"));
        assertEquals(0, newsOf(ann, "ann"));
        assertEquals(0, newsOf(stranger, "ann"));
        ann.say(new ClientMessage.Revoke(ann.nextRequest(), key(tablet)));
        assertEquals(2, newsOf(bob, "ann"));
        relay.relay.accounts().setDisabled(relay.change(), relay.account("ann"), true, () -> {});
        relay.settle();
        assertEquals(3, newsOf(bob, "ann"));
    }

    @Test
    void nobodySealsForWhoCannotComeIn() {
        publish(ann, prekey(ann, 1), list(ann, "ann", 5, tablet));
        publish(tablet, prekey(tablet, 1), Bytes.EMPTY);
        ann.say(new ClientMessage.Revoke(ann.nextRequest(), key(tablet)));
        assertEquals(List.of(prekey(ann, 1)), cards(bob, "@ann").get(0).prekeys());
        ban(Bans.ACCOUNT, "ann");
        assertTrue(cards(bob, "@ann").get(0).prekeys().isEmpty());
        assertEquals(list(ann, "ann", 5, tablet), cards(bob, "@ann").get(0).list());
    }

    @Test
    void aBanAndItsEndAreTold() {
        ann.join("#lab");
        ban(Bans.ACCOUNT, "ann", relay.wallMs + 5_000);
        assertEquals(1, newsOf(bob, "ann"));
        relay.pass(6_000);
        ann.connectAgain().logIn(); // over by itself
        assertEquals(2, newsOf(bob, "ann"));
        ban(Bans.DEVICE, key(tablet).toHex());
        assertEquals(3, newsOf(bob, "ann"));
        BanRow ban = relay.relay.access().bans().all().get(0);
        relay.relay.access().unban(relay.change(), ban, () -> {});
        relay.settle();
        assertEquals(4, newsOf(bob, "ann"));
        tablet.connectAgain().logIn();
        assertEquals(4, newsOf(bob, "ann"));
    }

    @Test
    void aBannedDeviceHasNoPrekey() {
        publish(ann, prekey(ann, 1), Bytes.EMPTY);
        publish(tablet, prekey(tablet, 1), Bytes.EMPTY);
        ban(Bans.DEVICE, key(tablet).toHex());
        assertEquals(List.of(prekey(ann, 1)), cards(bob, "@ann").get(0).prekeys());
    }

    private void ban(String kind, String subject) {
        ban(kind, subject, 0);
    }

    private void ban(String kind, String subject, long untilMs) {
        relay.relay
                .access()
                .ban(relay.change(), new BanRow(0, kind, subject, untilMs, "", "root", relay.wallMs), count -> {});
        relay.settle();
    }

    @Test
    void cardsOfARoomAreForItsMembers() {
        Person eve = relay.person("eve").logIn();
        assertEquals(RefusalCode.NOT_A_MEMBER, eve.refusalOf(ask(eve, "#lab", "")));
        assertEquals(RefusalCode.NO_SUCH_ROOM, eve.refusalOf(ask(eve, "#none", "")));
        assertEquals(RefusalCode.NO_SUCH_USER, eve.refusalOf(ask(eve, "@nobody", "")));
        assertEquals(RefusalCode.BAD_VALUE, eve.refusalOf(ask(eve, "lab", "")));
        bob.set("#lab", RoomSetting.ACCESS, RoomAccess.HIDDEN.word());
        assertEquals(RefusalCode.NO_SUCH_ROOM, eve.refusalOf(ask(eve, "#lab", "")));
    }

    private static int ask(Person who, String to, String after) {
        int request = who.nextRequest();
        who.say(new EndToEndMessage.Cards(request, to, after));
        return request;
    }

    @Test
    void cardsComeInPagesByName() {
        RelayFixture full = new RelayFixture();
        List<String> names = new ArrayList<>();
        for (int number = 10; number < 40; number++) {
            String name = "u" + number;
            full.inRoom(name, "#lab");
            full.store
                    .tables()
                    .keys()
                    .putList(full.account(name).id(), new ListRow(1, Bytes.EMPTY, Bytes.copyOf(new byte[8_000])));
            names.add(name);
        }
        Person member = full.inRoom("v", "#lab");
        names.add("v");
        List<String> seen = new ArrayList<>();
        CardList page;
        do {
            ask(member, "#lab", seen.isEmpty() ? "" : seen.get(seen.size() - 1));
            page = member.link.lastChat(CardList.class);
            int bytes =
                    page.cards().stream().mapToInt(card -> card.list().length()).sum();
            assertTrue(bytes <= 40 * 1024, bytes + " bytes in a page");
            page.cards().forEach(card -> seen.add(card.name()));
        } while (page.more());
        assertEquals(names, seen);
    }

    // The directory

    @Test
    void anAdministratorsDirectoryIsKeptAndOnlyReplacedByANewerOne() {
        ask(bob);
        assertEquals(Bytes.EMPTY, bob.link.lastChat(DirectoryTold.class).directory());
        Bytes second = directory(2);
        assertEquals(RefusalCode.NOT_AN_ADMIN, ann.refusalOf(put(ann, second)));
        relay.makeAdmin("ann");
        assertTrue(ann.isDone(put(ann, second)));
        assertEquals(RefusalCode.STALE, ann.refusalOf(put(ann, second)));
        assertEquals(RefusalCode.STALE, ann.refusalOf(put(ann, directory(1))));
        assertEquals(RefusalCode.BAD_VALUE, ann.refusalOf(put(ann, octets("nothing signed"))));
        relay.restart();
        Person later = relay.person("carl").logIn();
        ask(later);
        assertEquals(second, later.link.lastChat(DirectoryTold.class).directory());
    }

    private Bytes directory(long version) {
        return Directory.sign(ann.device, "ann", version, List.of(new Listed("bob", key(bob))))
                .octets();
    }

    private static void ask(Person who) {
        who.say(new EndToEndMessage.GetDirectory(who.nextRequest()));
    }

    private static int put(Person who, Bytes directory) {
        int request = who.nextRequest();
        who.say(new EndToEndMessage.PutDirectory(request, directory));
        return request;
    }
}
