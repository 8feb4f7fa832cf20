package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.Preference;
import io.heliograph.common.message.RoomEntry;
import io.heliograph.common.message.ServerMessage.MemberList;
import io.heliograph.common.message.ServerMessage.RoomList;
import io.heliograph.server.routing.RelayConfig.Limits;
import io.heliograph.server.routing.RelayConfig.Registration;
import io.heliograph.server.routing.RelayFixture.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is in a conversation, and which rooms there are, page by page. */
class ListsTest {
    private static final Limits ROOMY = new Limits(1_000, 4, 3, 30, 200, 20, 1_000, 1_000);

    private final RelayFixture relay = new RelayFixture(new RelayConfig(
            "test", "", Registration.OPEN, true, List.of(), ROOMY, RelayFixture.KEEPING, RelayFixture.FILES));

    @Test
    void allMembersComeOnceWhateverTheirNumber() {
        Person alice = relay.inRoom("alice", "#lab");
        for (int i = 0; i < 300; i++) {
            relay.inRoom("member-" + i, "#lab");
        }
        List<String> names = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            alice.say(new ClientMessage.Members(alice.nextRequest(), alice.idOf("#lab"), after));
            MemberList page = alice.link.lastChat(MemberList.class);
            page.members().stream().map(MemberEntry::name).forEach(names::add);
            after = names.get(names.size() - 1);
            more = page.more();
        }
        assertEquals(301, names.size());
        assertEquals(names.stream().distinct().sorted().toList(), names);
    }

    @Test
    void allRoomsComeOnceWhateverTheirNumber() {
        Person alice = relay.person("alice").logIn();
        for (int i = 0; i < 600; i++) {
            alice.join("#room-" + i);
        }
        List<String> names = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            alice.say(new ClientMessage.Rooms(alice.nextRequest(), "", after));
            RoomList page = alice.link.lastChat(RoomList.class);
            page.rooms().stream().map(RoomEntry::name).forEach(names::add);
            after = names.get(names.size() - 1);
            more = page.more();
        }
        assertEquals(600, names.stream().distinct().count());
        assertEquals(600, names.size());
    }

    @Test
    void aPatternFindsNamesAndTopics() {
        Person alice = relay.person("alice").logIn();
        alice.join("#optics");
        alice.join("#acoustics");
        alice.join("#lab");
        alice.set("#lab", io.heliograph.common.message.RoomSetting.TOPIC, "Optics, mostly");
        alice.say(new ClientMessage.Rooms(alice.nextRequest(), "OPTIC", ""));
        List<String> found = alice.link.lastChat(RoomList.class).rooms().stream()
                .map(RoomEntry::name)
                .toList();
        assertEquals(List.of("#lab", "#optics"), found);
    }

    @Test
    void whoDoesNotTellHasNoMarksForOthersAndOnesOwnForOneself() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        bob.say(new ClientMessage.Prefer(bob.nextRequest(), Preference.TELLS_READ, false));
        bob.say(new ClientMessage.Prefer(bob.nextRequest(), Preference.TELLS_DELIVERED, false));
        alice.post("#lab", "hello");
        bob.mark("#lab", alice.posted().seq(), alice.posted().seq());
        relay.pass(600);
        assertEquals(0, marksOf(bob, alice).readSeq());
        assertEquals(0, marksOf(bob, alice).deliveredSeq());
        assertEquals(alice.posted().seq(), marksOf(bob, bob).readSeq());
        assertTrue(alice.link.news.stream()
                .noneMatch(io.heliograph.common.message.ServerMessage.Receipts.class::isInstance));
    }

    private static MemberEntry marksOf(Person whose, Person viewer) {
        viewer.say(new ClientMessage.Members(viewer.nextRequest(), viewer.idOf("#lab"), ""));
        return viewer.link.lastChat(MemberList.class).members().stream()
                .filter(member -> member.name().equals(whose.name))
                .findFirst()
                .orElseThrow();
    }
}
