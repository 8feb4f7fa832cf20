package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ClientMessage.Secrets;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.OneTimeToken;
import io.heliograph.server.account.SecretText;
import io.heliograph.server.routing.RelayConfig.Registration;
import io.heliograph.server.routing.RelayFixture.Person;
import io.heliograph.server.store.AccessTable.InviteRow;
import io.heliograph.server.store.StoreFault;
import io.heliograph.server.store.StoredState.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of protocol.md 7.1. */
class EntranceTest {
    private static final String PASSWORD = "correct horse";

    private static RelayConfig with(Registration registration) {
        return new RelayConfig(
                "test",
                "",
                registration,
                true,
                List.of(),
                RelayFixture.LIMITS,
                RelayFixture.KEEPING,
                RelayFixture.FILES);
    }

    private static Secrets invite(String token) {
        return new Secrets("", "", token, "");
    }

    private static void addInvite(RelayFixture server, String token, int uses, long expiresMs) {
        server.store
                .tables()
                .access()
                .addInvite(new InviteRow(SecretText.hashOf(token), uses, expiresMs, "console", server.wallMs));
        server.restart();
    }

    // Names and devices

    @Test
    void aFreeNameIsForWhoeverTakesItAndThenForItsDeviceAlone() {
        RelayFixture server = new RelayFixture();
        Person ann = server.person("ann").logIn();
        assertTrue(ann.link.lastChat(Welcome.class).registered());
        assertFalse(ann.link.lastChat(Welcome.class).hasPassword());
        assertEquals("name_taken", server.person("Ann").logIn().loginRefusal());
        ann.reconnect();
        assertEquals("", ann.loginRefusal());
        assertFalse(ann.link.lastChat(Welcome.class).registered());
    }

    @Test
    void anAccountOutlivesTheServer() {
        RelayFixture server = new RelayFixture();
        Person ann = server.person("ann").register(PASSWORD);
        server.restart();
        assertEquals("", ann.reconnect().loginRefusal());
        assertTrue(ann.link.lastChat(Welcome.class).hasPassword());
        assertEquals("", server.person("ann").logInWith(PASSWORD).loginRefusal());
    }

    @Test
    void aPasswordBringsInASecondDeviceForGood() {
        RelayFixture server = new RelayFixture();
        Person first = server.person("ann").register(PASSWORD);
        Person second = server.person("ann").logInWith(PASSWORD);
        assertEquals("", second.loginRefusal());
        assertFalse(first.isOut(), "several devices may be connected");
        second.reconnect();
        assertEquals("", second.loginRefusal());
    }

    @Test
    void theSameDeviceReplacesItsOlderConnection() {
        RelayFixture server = new RelayFixture();
        Person ann = server.person("ann").logIn();
        FakeLink older = ann.link;
        ann.connectAgain().logIn();
        assertEquals(5, older.closeCode);
        assertEquals("", ann.loginRefusal());
    }

    @Test
    void anAccountHasABoundedNumberOfDevices() {
        RelayFixture server = new RelayFixture();
        server.person("ann").register(PASSWORD);
        for (int i = 1; i < RelayFixture.LIMITS.devicesPerAccount(); i++) {
            assertEquals("", server.person("ann").logInWith(PASSWORD).loginRefusal());
        }
        assertEquals(
                "too_many_devices", server.person("ann").logInWith(PASSWORD).loginRefusal());
    }

    @Test
    void aProofOfAnotherNameIsNone() {
        RelayFixture server = new RelayFixture();
        Person ann = server.person("ann");
        ann.logInWithProofOf("ben");
        assertEquals("bad_proof", ann.loginRefusal());
    }

    @Test
    void namesAndPasswordsThatAreNotAllowedAreRefused() {
        RelayFixture server = new RelayFixture();
        assertEquals("name_malformed", server.person("a b").logIn().loginRefusal());
        assertEquals("name_malformed", server.person("admin").logIn().loginRefusal());
        assertEquals("weak_password", server.person("ann").register("1234567").loginRefusal());
        assertEquals("", server.person("ann").register("12345678").loginRefusal());
    }

    @Test
    void aFullServerTakesNoNewAccountButLetsTheOldOnesIn() {
        RelayConfig.Limits limits = new RelayConfig.Limits(1, 4, 3, 30, 200, 20, 20, 5);
        RelayFixture server = new RelayFixture(new RelayConfig(
                "test", "", Registration.OPEN, true, List.of(), limits, RelayFixture.KEEPING, RelayFixture.FILES));
        Person ann = server.person("ann").logIn();
        assertEquals("server_full", server.person("ben").logIn().loginRefusal());
        assertEquals("", ann.reconnect().loginRefusal());
    }

    @Test
    void aDiskThatIsFullRefusesNewcomersAndLetsTheOthersIn() {
        RelayFixture server = new RelayFixture();
        Person ann = server.person("ann").logIn();
        server.store.failWrites(StoreFault.READ_ONLY);
        assertEquals("read_only", server.person("ben").logIn().loginRefusal());
        assertEquals("", ann.reconnect().loginRefusal());
        server.store.failWrites(null);
        assertEquals("", server.person("ben").logIn().loginRefusal());
    }

    // Uniform failure

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        for (Registration registration : Registration.values()) {
            RelayFixture server = new RelayFixture();
            server.person("ann").register(PASSWORD);
            server.person("nopass").logIn();
            server.relay.reconfigure(with(registration));
            for (String name : List.of("ann", "nopass", "nobody")) {
                int before = server.passwordRunCount;
                Person guest = server.person(name).logInWith("wrong password");
                Refused refused = guest.link.lastChat(Refused.class);
                assertEquals("login_failed", refused.code(), name + " " + registration);
                assertEquals(Admission.Refusal.LOGIN_FAILED.text(), refused.text());
                assertEquals(1, server.passwordRunCount - before, "Argon2 runs for " + name);
            }
        }
    }

    @Test
    void registeringATakenNameSaysSoWhereRegistrationIsOpen() {
        RelayFixture server = new RelayFixture();
        server.person("ann").register(PASSWORD);
        assertEquals(
                "name_taken", server.person("ann").register("another password").loginRefusal());
        assertEquals("", server.person("ann").register(PASSWORD).loginRefusal(), "the right one brings in a device");
    }

    @Test
    void closedRegistrationTellsNewcomersNothingUnlessTheyAsk() {
        RelayFixture server = new RelayFixture(with(Registration.CLOSED));
        assertEquals("login_failed", server.person("ann").logIn().loginRefusal());
        assertEquals(
                "registration_closed", server.person("ben").register(PASSWORD).loginRefusal());
    }

    // Invitations

    @Test
    void anInvitationLetsAsManyRegisterAsItSays() {
        RelayFixture server = new RelayFixture(with(Registration.INVITE));
        addInvite(server, "token", 2, 0);
        assertEquals("", server.person("ann").logIn(invite("token"), false).loginRefusal());
        assertEquals("", server.person("ben").logIn(invite("token"), true).loginRefusal());
        assertEquals(
                "invite_needed",
                server.person("cat").logIn(invite("token"), true).loginRefusal());
        assertEquals("invite_needed", server.person("dan").register(PASSWORD).loginRefusal());
    }

    @Test
    void anInvitationEndsAtItsTimeAndIsNotUsedUpByAFailure() {
        RelayFixture server = new RelayFixture(with(Registration.INVITE));
        addInvite(server, "token", 1, server.wallMs + 1_000);
        assertEquals(
                "name_malformed",
                server.person("a b").logIn(invite("token"), true).loginRefusal());
        server.pass(1_000);
        assertEquals(
                "invite_needed",
                server.person("ann").logIn(invite("token"), true).loginRefusal());
    }

    // The server's password

    @Test
    void theServersPasswordGatesEverybody() {
        RelayFixture server = new RelayFixture(RelayFixture.OPEN, "open sesame");
        Secrets right = new Secrets("open sesame", "", "", "");
        assertEquals("wrong_password", server.person("ann").logIn().loginRefusal());
        Person ann = server.person("ann").logIn(right, false);
        assertEquals("", ann.loginRefusal());
        assertEquals("wrong_password", ann.reconnect().loginRefusal(), "an enrolled device too");
    }

    @Test
    void theServersPasswordInPlaceOfOnesOwnMeansNoPassword() {
        RelayFixture server = new RelayFixture(RelayFixture.OPEN, "open sesame");
        Person ann = server.person("ann").logIn(new Secrets("open sesame", "open sesame", "", ""), false);
        assertEquals("", ann.loginRefusal());
        assertFalse(ann.link.lastChat(Welcome.class).hasPassword());
    }

    // The administrator token

    @Test
    void theTokenMakesOneAdministratorForGood() {
        RelayFixture server = new RelayFixture();
        server.store.tables().access().setFact(Facts.ADMIN_TOKEN, OneTimeToken.factOf("secret token"));
        server.restart();
        Secrets token = new Secrets("", "", "", "secret token");
        Secrets wrong = new Secrets("", "", "", "other token");
        assertEquals("wrong_token", server.person("ann").logIn(wrong, false).loginRefusal());
        Person ann = server.person("ann").logIn(token, false);
        assertTrue(ann.link.lastChat(Welcome.class).admin());
        assertEquals("wrong_token", server.person("ben").logIn(token, false).loginRefusal(), "it is used up");
        server.restart();
        assertTrue(ann.reconnect().link.lastChat(Welcome.class).admin());
        ann.connectAgain().logIn(token, false);
        assertEquals("", ann.loginRefusal(), "an administrator may send any");
    }

    @Test
    void theTokenWorksForAnAccountThatIsThere() {
        RelayFixture server = new RelayFixture();
        server.store.tables().access().setFact(Facts.ADMIN_TOKEN, OneTimeToken.factOf("secret token"));
        server.restart();
        Person ann = server.person("ann").register(PASSWORD);
        assertFalse(ann.link.lastChat(Welcome.class).admin());
        Person second = server.person("ann").logIn(new Secrets("", PASSWORD, "", "secret token"), false);
        assertTrue(second.link.lastChat(Welcome.class).admin());
    }

    // Throttles

    @Test
    void afterThreeFailuresTheNameMustWaitButNotItsDevice() {
        RelayFixture server = new RelayFixture();
        Person ann = server.person("ann").register(PASSWORD);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    "login_failed",
                    server.person("ann").logInWith("wrong password").loginRefusal());
        }
        int before = server.passwordRunCount;
        assertEquals("throttled", server.person("Ann").logInWith(PASSWORD).loginRefusal());
        assertEquals(before, server.passwordRunCount, "nothing is computed for it");
        assertEquals("", ann.reconnect().loginRefusal());
        assertTrue(server.audited.contains("login.throttled 127.0.0.1 ann"), server.audited.toString());
        server.pass(20_000);
        assertEquals("", server.person("ann").logInWith(PASSWORD).loginRefusal());
    }

    @Test
    void anotherAddressIsNotThrottled() {
        RelayFixture server = new RelayFixture();
        server.person("ann").register(PASSWORD);
        for (int i = 0; i < 3; i++) {
            server.person("ann").logInWith("wrong password");
        }
        server.ip = Bytes.copyOf(new byte[] {10, 0, 0, 7});
        assertEquals("", server.person("ann").logInWith(PASSWORD).loginRefusal());
    }

    @Test
    void anAddressThatTriesManyNamesIsThrottled() {
        RelayFixture server = new RelayFixture();
        for (int i = 0; i < 30; i++) {
            assertEquals(
                    "login_failed",
                    server.person("name" + i).logInWith("wrong password").loginRefusal());
        }
        assertEquals("throttled", server.person("ann").logIn().loginRefusal());
    }

    @Test
    void tryingPasswordsByRegisteringIsThrottledToo() {
        RelayFixture server = new RelayFixture();
        server.person("ann").register(PASSWORD);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    "name_taken",
                    server.person("ann").register("wrong password").loginRefusal());
        }
        assertEquals("throttled", server.person("ann").register(PASSWORD).loginRefusal());
    }

    @Test
    void whoeverOnlyNamesAnEnrolledDeviceIsThrottled() {
        RelayFixture server = new RelayFixture();
        Person ann = server.person("ann").logIn();
        for (int i = 0; i < 3; i++) {
            ann.connectAgain().logInWithProofOf("ben");
            assertEquals("bad_proof", ann.loginRefusal());
        }
        ann.connectAgain().logInWithProofOf("ben");
        assertEquals("throttled", ann.loginRefusal());
        assertEquals("", ann.connectAgain().logIn().loginRefusal(), "the device itself comes in");
    }

    // While a login is being checked

    @Test
    void whatAnAdministratorDoesMeanwhileHolds() {
        RelayFixture server = new RelayFixture();
        Person ann = server.person("ann").logIn();
        ann.disconnect();
        server.deferStore();
        ann.connectAgain().logIn();
        server.relay.accounts().setDisabled(server.change(), server.account("ann"), true, () -> {});
        server.settle();
        assertEquals("account_disabled", ann.loginRefusal());
    }

    @Test
    void twoWhoWantTheSameNameGetItOnce() {
        RelayFixture server = new RelayFixture();
        server.deferStore();
        Person one = server.person("ann").logIn();
        Person other = server.person("Ann").logIn();
        server.settle();
        assertEquals("", one.loginRefusal());
        assertEquals("name_taken", other.loginRefusal());
    }

    @Test
    void aSecondLoginMeanwhileIsIgnored() {
        RelayFixture server = new RelayFixture();
        server.deferStore();
        Person ann = server.person("ann").logIn();
        ann.logIn();
        server.settle();
        assertEquals(1, ann.link.chatOf(Welcome.class).size());
        ann.say(new ClientMessage.Whois(ann.nextRequest(), "ann"));
        assertEquals(1, ann.link.chatOf(ServerMessage.Profile.class).size());
    }
}
