package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.ServerMessage.AdminResult;
import io.heliograph.common.message.ServerMessage.Announce;
import io.heliograph.common.message.ServerMessage.Left;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.admin.Arrivals;
import io.heliograph.server.admin.CommandContext;
import io.heliograph.server.admin.OperatorDesk;
import io.heliograph.server.admin.RunningServer;
import io.heliograph.server.admin.ServerTasks;
import io.heliograph.server.routing.OperatorCommands.Result;
import io.heliograph.server.routing.RelayConfig.Registration;
import io.heliograph.server.routing.RelayFixture.Person;
import io.heliograph.server.store.StoreFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operator's commands over the real rules. */
class OperatorDeskTest {
    private static final String PASSWORD = "correct horse";
    private final RelayFixture server = new RelayFixture();
    private final Machine machine = new Machine();
    private final List<String> audited = new ArrayList<>();
    private final Heard arrivals = new Heard();
    private OperatorCommands desk = makeDesk();

    private OperatorCommands makeDesk() {
        OperatorDesk made = new OperatorDesk(new CommandContext(
                server.relay,
                () -> List.of("a figure"),
                arrivals,
                machine,
                machine,
                (event, actor, subject, details) -> audited.add(event + " " + actor + " " + subject + " " + details),
                new SeededRandom(7),
                () -> server.nowNs));
        server.relay.setOperatorCommands(made);
        return made;
    }

    /** What the process does for an operator: keeps the order, answers at once. */
    private static final class Machine implements ServerTasks, RunningServer {
        private final List<String> orders = new ArrayList<>();

        @Override
        public void reload(Consumer<Result> answer) {
            orders.add("reload");
            answer.accept(Result.error("the file is bad"));
        }

        @Override
        public void backup(String folder, Consumer<Result> answer) {
            orders.add("backup " + folder);
            answer.accept(Result.ok("made"));
        }

        @Override
        public void audit(int count, Consumer<Result> answer) {
            orders.add("audit " + count);
            answer.accept(Result.ok("done"));
        }

        @Override
        public void setLogLevel(String level, Consumer<Result> answer) {
            orders.add("log " + level);
            answer.accept(Result.ok("done"));
        }

        @Override
        public void shutdown(long delayMs, String reason) {
            orders.add("shutdown " + delayMs + " " + reason);
        }

        @Override
        public String inviteLink(String token) {
            return "link;token=" + token;
        }
    }

    /** What has arrived, as a test says. */
    private static final class Heard implements Arrivals {
        private final List<Arrival> all = new ArrayList<>();

        private void from(String ip, long count, long answeredCount) {
            all.add(new Arrival(Bytes.fromHex(ip), count, answeredCount, 120_000, 3_000));
        }

        @Override
        public @Nullable Arrival of(Bytes ip, long nowNs) {
            return all.stream().filter(one -> one.ip().equals(ip)).findFirst().orElse(null);
        }

        @Override
        public List<Arrival> latest(int count, long nowNs) {
            return all;
        }

        @Override
        public long windowMs() {
            return 600_000;
        }

        @Override
        public int port() {
            return 7_001;
        }

        @Override
        public String firewallLine() {
            return "ufw: the line";
        }
    }

    private Result run(String line) {
        List<Result> answers = new ArrayList<>();
        desk.execute(line, OperatorCommands.CONSOLE, answers::add);
        server.settle();
        assertEquals(1, answers.size(), "answers to " + line);
        return answers.get(0);
    }

    private List<String> ok(String line) {
        Result result = run(line);
        assertTrue(result.ok(), line + " printed " + result.lines());
        return result.lines();
    }

    private String error(String line) {
        Result result = run(line);
        assertFalse(result.ok(), line + " printed " + result.lines());
        return result.lines().get(0);
    }

    // Accounts

    @Test
    void filesAreListedByUserAndTakenAway() {
        Person ann = server.person("ann").logIn();
        Bytes blob = Bytes.fromHex("0a".repeat(16));
        ann.say(new FileMessage.FileBegin(1, blob, 10));
        ann.say(new FileMessage.FilePut(blob, 0, Bytes.copyOf(new byte[4])));
        assertEquals(List.of("ann files=1 bytes=10", "1 user"), ok("files"));
        String line = ok("files ann").get(0);
        assertTrue(line.startsWith(blob.toHex() + " bytes=10 have=0 begun=2023-11-14T22:13:20Z until="), line);
        assertTrue(error("file delete 0a").contains("as files NAME shows it"));
        assertTrue(error("file delete " + "0b".repeat(16)).contains("There is no file"));
        ok("file delete " + blob.toHex());
        assertEquals(List.of("0 users"), ok("files"));
        assertEquals(0, server.blobs.fileCount());
        assertTrue(audited.get(audited.size() - 1).startsWith("operator.file.delete"), audited.toString());
    }

    @Test
    void anAccountThatIsMadeComesInWithThePrintedPasswordAlone() {
        List<String> lines = ok("user add Ann");
        String password = lines.get(1).substring(lines.get(1).lastIndexOf(' ') + 1);
        assertEquals(
                "login_failed", server.person("ann").logInWith("wrong password").loginRefusal());
        assertEquals("", server.person("ann").logInWith(password).loginRefusal());
        assertTrue(error("user add ann").contains("taken"));
        assertTrue(error("user add a/b").contains("letters"));
        assertFalse(audited.toString().contains(password));
    }

    @Test
    void aNewPasswordReplacesTheOldOne() {
        server.person("ann").register(PASSWORD);
        String line = ok("user passwd ann").get(0);
        String password = line.substring(line.lastIndexOf(' ') + 1);
        assertEquals("login_failed", server.person("ann").logInWith(PASSWORD).loginRefusal());
        assertEquals("", server.person("ann").logInWith(password).loginRefusal());
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndUntilItIsEnabled() {
        Person ann = server.person("ann").register(PASSWORD);
        ok("user disable ANN");
        assertEquals(2, ann.link.closeCode);
        assertEquals("account_disabled", ann.reconnect().loginRefusal());
        assertEquals(
                "account_disabled", server.person("ann").logInWith(PASSWORD).loginRefusal());
        assertEquals(
                "login_failed", server.person("ann").logInWith("wrong password").loginRefusal());
        server.restart();
        assertEquals("account_disabled", ann.reconnect().loginRefusal());
        desk = makeDesk();
        ok("user enable ann");
        assertEquals("", ann.reconnect().loginRefusal());
        assertTrue(audited.contains("operator.user.disable (console) ANN {arguments=ANN}"), audited.toString());
    }

    @Test
    void rightsOfAdministratorsHoldAtOnce() {
        Person ann = server.person("ann").logIn();
        int refused = ann.nextRequest();
        ann.say(new ClientMessage.Admin(refused, "users"));
        assertEquals("not_an_admin", ann.refusalOf(refused));
        ok("user admin ann");
        ann.say(new ClientMessage.Admin(ann.nextRequest(), "users"));
        assertEquals(
                List.of("ann online admin devices=1", "1 user"),
                ann.link.lastChat(AdminResult.class).lines());
        assertTrue(ann.reconnect().link.lastChat(Welcome.class).admin());
        ok("user unadmin ann");
        int again = ann.nextRequest();
        ann.say(new ClientMessage.Admin(again, "users"));
        assertEquals("not_an_admin", ann.refusalOf(again));
    }

    @Test
    void aDeviceIsRevokedByHowItsKeyBegins() {
        Person ann = server.person("ann").register(PASSWORD);
        String key = ok("devices ann").get(0).substring(0, 16);
        assertTrue(error("revoke ann " + key.substring(0, 7)).contains("8 digits"));
        assertTrue(error("revoke ann 0000000000").contains("No one device"));
        ok("revoke ann " + key.substring(0, 10));
        assertTrue(ann.isOut());
        assertEquals("name_taken", ann.reconnect().loginRefusal());
    }

    @Test
    void aKickEndsTheConnectionsAndNothingElse() {
        Person ann = server.person("ann").logIn();
        ok("kick ann too loud");
        assertEquals(2, ann.link.closeCode);
        assertEquals("too loud", ann.link.closeReason);
        assertTrue(error("kick ann").contains("not connected"));
        assertEquals("", ann.reconnect().loginRefusal());
    }

    // Bans

    @Test
    void aBannedAccountIsOutUntilItsTime() {
        Person ann = server.person("ann").logIn();
        ok("ban ann 10m spam");
        assertEquals(2, ann.link.closeCode);
        assertEquals("banned: spam", ann.link.closeReason);
        assertEquals("banned", ann.reconnect().loginRefusal());
        assertTrue(ok("bans").get(0).contains("account ann"));
        server.pass(10 * 60_000);
        assertEquals("", ann.reconnect().loginRefusal());
        assertEquals(List.of("0 bans"), ok("bans"));
    }

    @Test
    void networksOfBothFamiliesAreBanned() {
        server.ip = Bytes.fromHex("20010db8000000000000000000000007");
        Person six = server.person("six").logIn();
        server.ip = Bytes.copyOf(new byte[] {10, 1, 2, 3});
        Person four = server.person("four").logIn();
        ok("ban network 2001:db8::/32");
        assertTrue(six.isOut());
        assertFalse(four.isOut());
        ok("ban network 10.0.0.0/8 1h");
        assertTrue(four.isOut());
        assertEquals("banned", server.person("other").logIn().loginRefusal());
        ok("unban 10.0.0.0/8");
        assertEquals("", four.reconnect().loginRefusal());
        server.restart();
        server.ip = Bytes.fromHex("20010db8ffff0000000000000000000a");
        assertEquals("banned", server.person("seven").logIn().loginRefusal(), "a ban outlives the server");
    }

    @Test
    void addressesAndDevicesAreBanned() {
        Person ann = server.person("ann").logIn();
        String key = ok("devices ann").get(0).substring(0, 16);
        ok("ban device " + key);
        assertTrue(ann.isOut());
        assertEquals("banned", ann.reconnect().loginRefusal());
        assertEquals("", server.person("ben").logIn().loginRefusal());
        ok("unban " + key);
        ok("ban address 127.0.0.1 for a while");
        assertEquals("banned", server.person("cat").logIn().loginRefusal());
    }

    @Test
    void bansThatMakeNoSenseAreRefused() {
        for (String line : List.of(
                "ban address nowhere",
                "ban address 10.0.0.0/8",
                "ban network 0.0.0.0/0",
                "ban device 12345678",
                "ban",
                "unban 77",
                "unban nobody")) {
            error(line);
        }
    }

    // Who may register

    @Test
    void anInvitationOfTheConsoleLetsSomebodyRegisterOnce() {
        server.relay.reconfigure(new RelayConfig(
                "test",
                "",
                Registration.INVITE,
                true,
                List.of(),
                RelayFixture.LIMITS,
                RelayFixture.KEEPING,
                RelayFixture.FILES));
        String link = ok("invite create").get(1);
        String token = link.substring("link;token=".length());
        ClientMessage.Secrets secrets = new ClientMessage.Secrets("", "", token, "");
        assertEquals("", server.person("ann").logIn(secrets, false).loginRefusal());
        assertEquals("invite_needed", server.person("ben").logIn(secrets, false).loginRefusal());
        ok("invite create 5 7d");
        String id = ok("invite list").get(0).substring(0, 8);
        ok("invite revoke " + id);
        assertEquals(List.of("0 invitations"), ok("invite list"));
        error("invite create 0");
        error("invite create 1 soon");
        assertFalse(audited.toString().contains(token));
    }

    @Test
    void theLockdownShutsOneDoorAfterTheOther() {
        Person ann = server.person("ann").register(PASSWORD);
        Person boss = server.person("boss").logIn();
        ok("user admin boss");
        ok("lockdown 1");
        assertEquals("lockdown", server.person("ben").logIn().loginRefusal());
        assertEquals(
                "login_failed", server.person("ben").logInWith("wrong password").loginRefusal());
        Person second = server.person("ann").logInWith(PASSWORD);
        assertEquals("", second.loginRefusal());
        ok("lockdown 2");
        assertEquals("lockdown", server.person("ann").logInWith(PASSWORD).loginRefusal());
        assertEquals("lockdown", ann.refusalOf(ann.join("#new")));
        assertEquals("", ann.reconnect().loginRefusal());
        ok("lockdown 3");
        assertEquals("lockdown", ann.reconnect().loginRefusal());
        assertEquals("", boss.reconnect().loginRefusal());
        server.restart();
        assertEquals("lockdown", ann.reconnect().loginRefusal(), "it outlives the server");
        desk = makeDesk();
        assertTrue(ok("lockdown").get(0).startsWith("Lockdown 3"));
        ok("lockdown 0");
        assertEquals("", ann.reconnect().loginRefusal());
        error("lockdown 4");
    }

    // Rooms

    @Test
    void aRoomIsDeletedWithEverybodyInIt() {
        Person ann = server.inRoom("ann", "#lab");
        assertTrue(ok("rooms").get(0).startsWith("#lab public members=1"));
        assertEquals(List.of("ann owner", "1 member"), ok("room members lab"));
        ok("room delete #lab");
        assertEquals(1, ann.link.chatOf(Left.class).size());
        assertEquals(List.of("0 rooms"), ok("rooms"));
        error("room info #lab");
    }

    @Test
    void aMemberIsMadeOwner() {
        server.inRoom("ann", "#lab");
        Person ben = server.inRoom("ben", "#lab");
        assertTrue(error("room owner #lab nobody").contains("Nobody"));
        server.person("cat").logIn();
        assertTrue(error("room owner #lab cat").contains("not in"));
        ok("room owner #lab ben");
        assertEquals(Role.OWNER, ben.stateOf("#lab").role());
        assertEquals(List.of("Owners of #lab: ann ben"), ok("room owner #lab"));
    }

    // Texts and the process

    @Test
    void whatIsAnnouncedReachesEverybodyAndNotTheAuditLog() {
        Person ann = server.person("ann").logIn();
        assertEquals(List.of("Announced to 1 user."), ok("announce maintenance at noon"));
        assertEquals("maintenance at noon", ann.link.lastChat(Announce.class).text());
        assertEquals(List.of("operator.announce (console)  {}"), audited);
        error("announce");
    }

    @Test
    void theGreetingIsSetAndStays() {
        ok("motd Welcome to the lab");
        server.restart();
        assertEquals(
                "Welcome to the lab",
                server.person("ann").logIn().link.lastChat(Welcome.class).motd());
        desk = makeDesk();
        ok("motd -");
        assertEquals(
                "", server.person("ben").logIn().link.lastChat(Welcome.class).motd());
    }

    @Test
    void theMachineGetsItsOrders() {
        Person ann = server.person("ann").logIn();
        assertEquals(List.of("a figure"), ok("stats"));
        error("reload");
        ok("backup /some/where");
        ok("log debug");
        ok("audit");
        error("audit 0");
        ok("shutdown 5m new disk");
        error("shutdown 2d");
        assertEquals(
                List.of("reload", "backup /some/where", "log debug", "audit 20", "shutdown 300000 new disk"),
                machine.orders);
        assertEquals(
                "The server stops in 5m: new disk",
                ann.link.lastChat(Announce.class).text());
    }

    @Test
    void aFullDiskIsToldToTheOperator() {
        server.person("ann").logIn();
        server.store.failWrites(StoreFault.READ_ONLY);
        assertTrue(error("user disable ann").contains("disk"));
        assertTrue(error("lockdown 1").contains("disk"));
        assertTrue(error("user add ben").contains("disk"));
        assertTrue(audited.isEmpty(), audited.toString());
    }

    @Test
    void theDoctorSaysWhichDirectionIsBlocked() {
        arrivals.from("0a000007", 12, 12);
        arrivals.from("0a000008", 1, 0);
        List<String> lost = ok("doctor 10.0.0.7");
        assertEquals(
                "10.0.0.7: 12 datagrams in the last 2 min, the last one 3 s ago, 12 sent back, 0 sessions",
                lost.get(0));
        assertTrue(lost.get(1).contains("the way back") && lost.get(1).contains("port 7001"), lost.get(1));
        assertTrue(ok("doctor 10.0.0.8").get(1).contains("stats"));
        List<String> silent = ok("doctor 10.0.0.9");
        assertEquals("10.0.0.9: nothing in the last 10 min.", silent.get(0));
        assertTrue(silent.toString().contains("port 7001") && silent.toString().contains("ufw: the line"));
        assertEquals("2 addresses heard", ok("doctor").get(2));
        assertTrue(error("doctor 10.0.0.0/8").contains("neither an address nor an account"));
    }

    @Test
    void theDoctorKnowsAnAccountByWhereItsSessionsAre() {
        Person ann = server.person("ann");
        ann.logIn();
        arrivals.all.add(new Arrivals.Arrival(ann.link.address().ip(), 9, 8, 120_000, 0));
        assertEquals("Both directions are open.", ok("doctor ann").get(1));
        ok("user add ben");
        assertTrue(ok("doctor ben").get(0).startsWith("ben has no session"));
    }

    @Test
    void helpAndMistakesSayWhatToDo() {
        assertTrue(ok("help").size() > 30);
        assertTrue(ok("help ban").size() > 3);
        assertTrue(error("help nonsense").contains("try help"));
        assertTrue(error("nonsense").contains("try help"));
        assertTrue(error("user").startsWith("There are: user add NAME"));
        assertTrue(error("user info").startsWith("Usage: user info NAME"));
        assertTrue(error("user info nobody").contains("see users"));
    }

    @Test
    void wordsAreCompleted() {
        server.inRoom("Ann", "#lab");
        assertEquals(List.of("unban"), desk.complete("unb"));
        assertEquals(List.of("users"), desk.complete("users"));
        assertEquals(List.of("add", "admin", "disable", "enable", "info", "passwd", "unadmin"), desk.complete("user "));
        assertEquals(List.of("passwd"), desk.complete("USER p"));
        assertEquals(List.of("Ann"), desk.complete("user info a"));
        assertEquals(List.of("#lab"), desk.complete("room delete #l"));
        assertEquals(List.of("account", "address", "device", "network", "Ann"), desk.complete("ban "));
        assertEquals(List.of("debug"), desk.complete("log d"));
        assertEquals(List.of(), desk.complete("nonsense "));
        assertTrue(desk.complete("").contains("kick"));
    }
}
