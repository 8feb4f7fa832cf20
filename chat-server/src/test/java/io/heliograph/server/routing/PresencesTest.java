package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.Preference;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.UserEntry;
import io.heliograph.server.routing.RelayFixture.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresencesTest {
    private static final String PASSWORD = "correct horse";
    private final RelayFixture server = new RelayFixture();
    private final Person watcher = server.person("watcher").logIn();

    /** What the watcher was told of {@code name}, in order. */
    private List<UserEntry> told(String name) {
        List<UserEntry> entries = new ArrayList<>();
        for (ServerMessage news : watcher.link.news) {
            if (news instanceof ServerMessage.Presence presence) {
                presence.users().stream()
                        .filter(user -> user.name().equals(name))
                        .forEach(entries::add);
            }
        }
        return entries;
    }

    private List<PresenceState> statesOf(String name) {
        return told(name).stream().map(UserEntry::state).toList();
    }

    private static void choose(Person person, PresenceState state, String text, long durationS) {
        person.say(new ClientMessage.SetPresence(person.nextRequest(), state, text, durationS));
    }

    /** Time passes while those who are named are heard. */
    private void pass(long ms, Person... heard) {
        for (long left = ms; left > 0; left -= 1_000) {
            for (Person person : heard) {
                person.link.heardNs = server.nowNs;
            }
            watcher.link.heardNs = server.nowNs;
            server.pass(Math.min(left, 1_000));
        }
    }

    @Test
    void aNewcomerGetsTheListWithItselfInIt() {
        Person ann = server.person("ann").logIn();
        List<UserEntry> known = knownBy(ann);
        assertEquals(
                List.of("watcher", "ann"), known.stream().map(UserEntry::name).toList());
        assertTrue(known.stream().allMatch(user -> user.state() == PresenceState.ONLINE));
    }

    @Test
    void aNewcomerKnowsWhatEverybodyKnows() {
        Person ann = server.person("ann").logIn();
        pass(1_000, ann);
        ann.disconnect();
        Person ben = server.person("ben").logIn();
        assertEquals(PresenceState.OFFLINE, knownBy(ben).get(1).state());
        assertEquals(PresenceState.ONLINE, knownBy(watcher).get(1).state(), "this is gathered for 250 ms");
        pass(1_000, ben);
        assertEquals(knownBy(watcher), knownBy(ben));
    }

    @Test
    void whatANewcomerWasToldTooEarlyIsSetRight() {
        Person ann = server.person("ann").logIn();
        pass(1_000, ann);
        ann.disconnect();
        Person ben = server.person("ben").logIn();
        ann.connectAgain().logIn();
        pass(1_000, ann, ben);
        assertEquals(PresenceState.ONLINE, knownBy(ben).get(1).state());
        assertEquals(knownBy(watcher), knownBy(ben));
    }

    @Test
    void aNewcomerIsToldNothingTwiceWhenNothingHasChanged() {
        Person ann = server.person("ann").logIn();
        pass(1_000, ann);
        ann.reconnect();
        ann.reconnect();
        assertEquals(1, ann.link.news.size(), "USERS alone");
        assertEquals(knownBy(watcher), knownBy(ann));
    }

    /** What USERS and PRESENCE make of each other. */
    private static List<UserEntry> knownBy(Person person) {
        Map<String, UserEntry> known = new LinkedHashMap<>();
        boolean more = false;
        for (ServerMessage news : person.link.news) {
            if (news instanceof ServerMessage.Users page) {
                if (!more) {
                    known.clear();
                }
                more = page.more();
                page.users().forEach(user -> known.put(user.name(), user));
            } else if (news instanceof ServerMessage.Presence presence) {
                presence.users().forEach(user -> known.put(user.name(), user));
            }
        }
        return List.copyOf(known.values());
    }

    @Test
    void changesWithin250MsAreToldTogetherAndOnce() {
        pass(1_000);
        int before = watcher.link.news.size();
        server.person("ann").logIn();
        server.person("ben").logIn();
        server.pass(100);
        assertEquals(before, watcher.link.news.size());
        server.pass(200);
        assertEquals(before + 1, watcher.link.news.size());
        ServerMessage.Presence news = (ServerMessage.Presence) watcher.link.news.get(before);
        assertEquals(
                List.of("ann", "ben"),
                news.users().stream().map(UserEntry::name).toList());
    }

    @Test
    void whoComesAndGoesWithin250MsIsNoNews() {
        Person ann = server.person("ann").logIn();
        pass(1_000, ann);
        int before = watcher.link.news.size();
        ann.reconnect();
        pass(1_000, ann);
        assertEquals(before, watcher.link.news.size());
    }

    @Test
    void silenceMakesAwayThenOfflineAndAWordMakesOnlineAgain() {
        Person ann = server.person("ann").logIn();
        pass(59_000);
        assertEquals(List.of(PresenceState.ONLINE), statesOf("ann"));
        pass(18_000);
        assertEquals(List.of(PresenceState.ONLINE, PresenceState.AWAY), statesOf("ann"));
        pass(32_000);
        assertEquals(List.of(PresenceState.ONLINE, PresenceState.AWAY, PresenceState.OFFLINE), statesOf("ann"));
        pass(20_000, ann);
        assertEquals(PresenceState.ONLINE, statesOf("ann").get(3));
    }

    @Test
    void anAccountIsThereWhileAnyOfItsDevicesIs() {
        Person first = server.person("ann").register(PASSWORD);
        Person second = server.person("ann").logInWith(PASSWORD);
        pass(120_000, second);
        assertEquals(List.of(PresenceState.ONLINE), statesOf("ann"));
        first.disconnect();
        pass(1_000, second);
        assertEquals(List.of(PresenceState.ONLINE), statesOf("ann"));
        second.disconnect();
        pass(1_000);
        assertEquals(List.of(PresenceState.ONLINE, PresenceState.OFFLINE), statesOf("ann"));
    }

    @Test
    void theChoiceIsShownAndStays() {
        Person ann = server.person("ann").logIn();
        choose(ann, PresenceState.BUSY, "in a meeting", 0);
        pass(1_000, ann);
        assertEquals(new UserEntry("ann", PresenceState.BUSY, "in a meeting", 0), lastOf("ann"));
        server.restart();
        watcher.reconnect();
        ann.reconnect();
        UserEntry chosen = ann.link.lastChat(ServerMessage.Welcome.class).chosen();
        assertEquals(new UserEntry("ann", PresenceState.BUSY, "in a meeting", 0), chosen);
        pass(1_000, ann);
        assertEquals(new UserEntry("ann", PresenceState.BUSY, "in a meeting", 0), lastOf("ann"));
    }

    private UserEntry lastOf(String name) {
        List<UserEntry> all = told(name);
        return all.get(all.size() - 1);
    }

    @Test
    void aTextEndsAtItsTime() {
        Person ann = server.person("ann").logIn();
        choose(ann, PresenceState.ONLINE, "back soon", 10);
        pass(9_000, ann);
        assertEquals("back soon", lastOf("ann").text());
        pass(2_000, ann);
        assertEquals("", lastOf("ann").text());
    }

    @Test
    void theInvisibleLookLikeTheAbsent() {
        Person ann = server.person("ann").logIn();
        pass(1_000, ann);
        choose(ann, PresenceState.INVISIBLE, "hidden", 0);
        pass(1_000, ann);
        assertEquals(new UserEntry("ann", PresenceState.OFFLINE, "", 0), lastOf("ann"));
        int before = told("ann").size();
        choose(ann, PresenceState.INVISIBLE, "still hidden", 0);
        pass(1_000, ann);
        ann.disconnect();
        pass(1_000);
        assertEquals(before, told("ann").size(), "nothing gives it away");
    }

    @Test
    void lastSeenIsToldByConsentAlone() {
        Person ann = server.person("ann").logIn();
        pass(1_000, ann);
        ann.disconnect();
        pass(1_000);
        assertEquals(0, lastOf("ann").lastSeenMs());
        ann.reconnect();
        ann.say(new ClientMessage.Prefer(ann.nextRequest(), Preference.TELLS_LAST_SEEN, true));
        pass(1_000, ann);
        assertEquals(0, lastOf("ann").lastSeenMs(), "not while online");
        long leftMs = server.wallMs;
        ann.disconnect();
        pass(1_000);
        assertEquals(leftMs, lastOf("ann").lastSeenMs());
        server.restart();
        watcher.reconnect();
        ServerMessage.Users users = (ServerMessage.Users) watcher.link.news.get(0);
        assertEquals(leftMs, users.users().get(1).lastSeenMs(), "it outlives the server");
    }

    @Test
    void aCrashCostsAtMostSixMinutesOfLastSeen() {
        Person ann = server.person("ann").logIn();
        pass(400_000, ann);
        server.restart();
        long seenMs = server.store.tables().accounts().all().stream()
                .filter(row -> row.name().equals("ann"))
                .findFirst()
                .orElseThrow()
                .lastSeenMs();
        assertTrue(server.wallMs - seenMs <= 360_000, "seen " + (server.wallMs - seenMs) + " ms ago");
    }

    @Test
    void whoeverIsSilentGetsAFreshListInsteadOfOldNews() {
        Person ann = server.person("ann").logIn();
        pass(70_000);
        int before = ann.link.news.size();
        for (int i = 0; i < 5; i++) {
            Person guest = server.person("guest" + i).logIn();
            pass(1_000, guest);
        }
        assertEquals(before, ann.link.news.size());
        pass(20_000, ann);
        ServerMessage.Users list = (ServerMessage.Users) ann.link.news.get(before);
        assertEquals(7, list.users().size());
    }
}
