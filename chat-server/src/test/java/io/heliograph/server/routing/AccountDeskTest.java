package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.message.Preference;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.DeviceList;
import io.heliograph.common.message.ServerMessage.Preferred;
import io.heliograph.common.message.ServerMessage.Profile;
import io.heliograph.server.routing.RelayFixture.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountDeskTest {
    private static final String PASSWORD = "correct horse";
    private final RelayFixture server = new RelayFixture();

    private static int setPassword(Person person, String old, String changed) {
        int request = person.nextRequest();
        person.say(new ClientMessage.SetPassword(request, old, changed));
        return request;
    }

    private static int revoke(Person person, Person device) {
        int request = person.nextRequest();
        person.say(new ClientMessage.Revoke(request, device.device.publicKey().octets()));
        return request;
    }

    private static List<DeviceEntry> devicesOf(Person person) {
        person.say(new ClientMessage.Devices(person.nextRequest()));
        return person.link.lastChat(DeviceList.class).devices();
    }

    @Test
    void aPasswordIsSetAndChangedByWhoeverKnowsTheOldOne() {
        Person ann = server.person("ann").logIn();
        assertTrue(ann.isDone(setPassword(ann, "", PASSWORD)));
        assertEquals("", server.person("ann").logInWith(PASSWORD).loginRefusal());
        assertEquals("wrong_password", ann.refusalOf(setPassword(ann, "", "another password")));
        assertTrue(ann.isDone(setPassword(ann, PASSWORD, "another password")));
        assertEquals("login_failed", server.person("ann").logInWith(PASSWORD).loginRefusal());
        server.restart();
        assertEquals("", server.person("ann").logInWith("another password").loginRefusal());
    }

    @Test
    void aWeakPasswordIsRefused() {
        Person ann = server.person("ann").logIn();
        assertEquals("weak_password", ann.refusalOf(setPassword(ann, "", "1234567")));
    }

    @Test
    void wrongPasswordsAreThrottledLikeLogins() {
        Person ann = server.person("ann").register(PASSWORD);
        for (int i = 0; i < 3; i++) {
            assertEquals("wrong_password", ann.refusalOf(setPassword(ann, "wrong password", "another password")));
        }
        assertEquals("throttled", ann.refusalOf(setPassword(ann, PASSWORD, "another password")));
    }

    @Test
    void devicesAreListedWithWhoIsThere() {
        Person first = server.person("ann").register(PASSWORD);
        Person second = server.person("ann").logInWith(PASSWORD);
        second.disconnect();
        List<DeviceEntry> devices = devicesOf(first);
        assertEquals(2, devices.size());
        assertEquals(first.device.publicKey().octets(), devices.get(0).key());
        assertTrue(devices.get(0).online());
        assertFalse(devices.get(1).online());
        assertEquals("test device", devices.get(0).name());
    }

    @Test
    void aRevokedDeviceIsOutAndComesBackWithThePasswordAlone() {
        Person first = server.person("ann").register(PASSWORD);
        Person second = server.person("ann").logInWith(PASSWORD);
        assertTrue(first.isDone(revoke(first, second)));
        assertEquals(2, second.link.closeCode);
        assertEquals("name_taken", second.connectAgain().logIn().loginRefusal());
        assertEquals("", second.connectAgain().logInWith(PASSWORD).loginRefusal());
    }

    @Test
    void revokingOnesOwnDeviceIsAnsweredThenEndsTheConnection() {
        Person ann = server.person("ann").register(PASSWORD);
        assertTrue(ann.isDone(revoke(ann, ann)));
        assertEquals(2, ann.link.closeCode);
        assertTrue(ann.isOut());
    }

    @Test
    void nobodyRevokesTheDevicesOfOthers() {
        Person ann = server.person("ann").logIn();
        Person ben = server.person("ben").logIn();
        assertEquals("bad_value", ann.refusalOf(revoke(ann, ben)));
        assertFalse(ben.isOut());
    }

    @Test
    void preferencesGoToAllDevicesAndStay() {
        Person first = server.person("ann").register(PASSWORD);
        Person second = server.person("ann").logInWith(PASSWORD);
        int request = first.nextRequest();
        first.say(new ClientMessage.Prefer(request, Preference.TELLS_READ, false));
        assertTrue(first.isDone(request));
        ServerMessage.Preferences expected = new ServerMessage.Preferences(true, false, false);
        assertEquals(expected, first.link.lastChat(Preferred.class).preferences());
        assertEquals(expected, second.link.lastChat(Preferred.class).preferences());
        server.restart();
        assertEquals(
                expected,
                first.reconnect().link.lastChat(ServerMessage.Welcome.class).preferences());
    }

    @Test
    void anybodyMayLookUpAName() {
        Person ann = server.person("ann").register(PASSWORD);
        Person ben = server.person("ben").logIn();
        ben.say(new ClientMessage.Whois(ben.nextRequest(), "ANN"));
        Profile profile = ben.link.lastChat(Profile.class);
        assertEquals("ann", profile.user().name());
        assertEquals(PresenceState.ONLINE, profile.user().state());
        assertEquals(List.of(ann.device.publicKey().octets()), profile.devices());
        int request = ben.nextRequest();
        ben.say(new ClientMessage.Whois(request, "nobody"));
        assertEquals("no_such_user", ben.refusalOf(request));
    }

    @Test
    void aStatusOutOfBoundsIsRefused() {
        Person ann = server.person("ann").logIn();
        int offline = ann.nextRequest();
        ann.say(new ClientMessage.SetPresence(offline, PresenceState.OFFLINE, "", 0));
        assertEquals("bad_value", ann.refusalOf(offline));
        int twoLines = ann.nextRequest();
        ann.say(new ClientMessage.SetPresence(twoLines, PresenceState.AWAY, "a\nb", 0));
        assertEquals("bad_value", ann.refusalOf(twoLines));
    }
}
