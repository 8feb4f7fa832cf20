package io.heliograph.client.swing.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.LinkCause;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.session.SessionConfig.Credentials;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.KnownServer;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.message.ClientMessage.Secrets;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectPresenterTest {
    private static final String PRINT = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

    private final Shown view = new Shown();
    private final Opener opener = new Opener();
    private final List<String> entered = new ArrayList<>();
    private final List<ServerName> checked = new ArrayList<>();
    private DesktopSettings settings = DesktopSettings.DEFAULT;
    private ConnectPresenter presenter = make();

    @BeforeEach
    void start() {
        presenter = make();
        presenter.start("", "ann");
    }

    @Test
    void eachMistakeIsToldAtItsField() {
        presenter.onConnect(form("", "ann"));
        assertEquals(FormField.SERVER, view.field);
        presenter.onConnect(form("heliograph://nonsense", "ann"));
        assertEquals(FormField.SERVER, view.field);
        presenter.onConnect(form("relay", ""));
        assertEquals(FormField.NAME, view.field);
        presenter.onConnect(form("relay", "a b\u0000"));
        assertEquals(FormField.NAME, view.field);
        assertEquals(0, opener.requests.size());
    }

    @Test
    void anInviteNamesServerFingerprintAndToken() {
        presenter.onConnect(form("heliograph://relay:7/#" + PRINT + ";token=abc", "ann"));
        EntryRequest request = opener.requests.get(0);
        assertEquals(new ServerName("relay", 7), request.server());
        assertEquals(PRINT, request.invited());
        assertEquals("abc", request.secrets().inviteToken());
        assertFalse(request.toString().contains("abc"));
    }

    @Test
    void whatTheStartGaveGoesToTheServerThatItNamedAlone() {
        Secrets secrets = new Secrets("relays", "mine", "", "admin");
        Given given = new Given("relay:12345", PRINT, new Credentials(secrets, true), "phrase", List.of());
        EntryRequest named = Objects.requireNonNull(FormCheck.of(form("relay", "ann"), Words.in(Locale.ENGLISH), given)
                .request());
        assertEquals("mine", named.secrets().password());
        assertEquals("relays", named.secrets().serverPassword());
        assertEquals("admin", named.secrets().adminToken());
        assertEquals("phrase", named.secrets().passphrase());
        assertEquals(PRINT, named.confirmed());
        EntryRequest other = Objects.requireNonNull(FormCheck.of(form("other", "ann"), Words.in(Locale.ENGLISH), given)
                .request());
        assertEquals("", other.secrets().password() + other.secrets().adminToken());
        assertNull(other.confirmed());
    }

    @Test
    void firstContactIsAskedAndAnswered() {
        connect();
        opener.say(new ClientEvent.TrustWanted("relay:12345", PRINT, "one two"));
        assertEquals("trust one two", view.last);
        presenter.onTrust(true);
        assertTrue(opener.commands.contains(new ClientCommand.Trust(true)));
        opener.say(new ClientEvent.Connected("relay:12345", "Relay", PRINT, "ann", false, false));
        assertEquals(List.of("ann"), entered);
    }

    @Test
    void whoDoesNotTrustIsBackAtTheForm() {
        connect();
        opener.say(new ClientEvent.TrustWanted("relay:12345", PRINT, "one two"));
        presenter.onTrust(false);
        assertEquals("form", view.last);
        assertEquals(1, opener.closed);
    }

    @Test
    void whatIsGivenUpWhileItOpensLetsGoBeforeTheNextOneOpens() {
        presenter.onConnect(form("relay", "ann"));
        presenter.onGiveUp();
        assertEquals(1, opener.closed, "nobody waits for it to have opened");
        presenter.onConnect(form("relay", "ann"));
        assertEquals(2, opener.requests.size());
    }

    @Test
    void eventsThatAreQuickerThanTheOpeningAreNotLost() {
        presenter.onConnect(form("relay", "ann"));
        opener.say(new ClientEvent.TrustWanted("relay:12345", PRINT, "one two"));
        opener.open();
        assertEquals("trust one two", view.last);
    }

    @Test
    void onlyTheRefusedFieldIsOpenedAgain() {
        connect();
        opener.say(new ClientEvent.LoginRefused("login_failed", "no", true));
        assertEquals(FormField.PASSWORD, view.field);
        connect();
        opener.say(new ClientEvent.LoginRefused("wrong_password", "no", true));
        assertEquals(FormField.SERVER_PASSWORD, view.field);
        connect();
        opener.say(new ClientEvent.LoginRefused("name_taken", "no", true));
        assertEquals(FormField.NAME, view.field);
        assertEquals(3, opener.closed);
    }

    @Test
    void anUnknownServerThatDoesNotAnswerIsAMistakeOfItsAddress() {
        connect();
        opener.say(new ClientEvent.Reconnecting(2, 1_000, LinkCause.of(LinkCause.Kind.NO_ANSWER)));
        assertEquals(FormField.SERVER, view.field);
        assertTrue(view.line.contains("does not answer"), view.line);
        assertEquals(List.of(), entered);
    }

    @Test
    void whereNobodyAnswersTheNetworkCanBeChecked() {
        presenter.onCheck();
        assertEquals(List.of(), checked, "nothing was tried yet");
        connect();
        opener.say(new ClientEvent.Reconnecting(2, 1_000, LinkCause.of(LinkCause.Kind.NO_ANSWER)));
        assertEquals("check offered", view.last);
        presenter.onCheck();
        presenter.onConnect(form("nowhere", "ann"));
        opener.answer(new OpenOutcome.Failed(FormField.SERVER, "unknown host"));
        assertEquals("check offered", view.last);
        presenter.onCheck();
        assertEquals(List.of(new ServerName("relay", 12_345), new ServerName("nowhere", 12_345)), checked);
    }

    @Test
    void aMistakeOfTheUsersIsNoneOfTheNetworks() {
        presenter.onConnect(form("relay", "ann"));
        opener.answer(new OpenOutcome.Failed(FormField.NAME, "in use"));
        assertEquals("form", view.last);
    }

    @Test
    void aKnownServerThatDoesNotAnswerIsEnteredAllTheSame() {
        settings = settings.withServer(new KnownServer("relay:12345", "Relay", "ann", PRINT));
        connect();
        opener.say(new ClientEvent.Reconnecting(2, 1_000, LinkCause.of(LinkCause.Kind.NO_ANSWER)));
        assertEquals(List.of("ann"), entered);
    }

    @Test
    void anotherIdentityIsAFullStopUntilItIsConfirmed() {
        connect();
        opener.say(new ClientEvent.WrongIdentity("relay:12345", "SHA256:old", PRINT, "first seen"));
        assertEquals("wrong SHA256:old " + PRINT, view.last);
        presenter.onReplaceIdentity(PRINT);
        assertEquals(PRINT, opener.requests.get(1).confirmed());
    }

    @Test
    void aPassphraseIsAskedOnlyWhereThereIsOne() {
        presenter.onConnect(form("relay", "ann"));
        opener.answer(new OpenOutcome.PassphraseWanted(false));
        assertEquals(FormField.PASSPHRASE, view.field);
        assertEquals(List.of(), entered);
    }

    @Test
    void oneMoreServerLeavesTheFirstOneOpen() {
        connect();
        opener.say(new ClientEvent.Connected("relay:12345", "Relay", PRINT, "ann", false, false));
        presenter.onAnother();
        assertTrue(view.back);
        presenter.onConnect(form("other", "bob"));
        presenter.onGiveUp();
        assertEquals(1, opener.closed, "the second one alone");
        assertEquals(List.of("ann"), entered);
    }

    @Test
    void whoIsInAlreadyIsShownAndNotOpenedTwice() {
        connect();
        opener.say(new ClientEvent.Connected("relay:12345", "Relay", PRINT, "ann", false, false));
        presenter.onConnect(form("relay", "ann"));
        assertEquals(1, opener.requests.size());
        assertEquals(0, opener.closed);
    }

    @Test
    void aRunningSessionThatIsRefusedComesBackToTheForm() {
        connect();
        opener.say(new ClientEvent.Connected("relay:12345", "Relay", PRINT, "ann", false, false));
        opener.say(new ClientEvent.LoginRefused("login_failed", "wrong", true));
        assertEquals(FormField.PASSWORD, view.field);
        assertEquals(1, opener.closed);
        assertEquals(List.of(), entered);
    }

    @Test
    void aServerWithAnotherKeyThanBeforeIsMarked() {
        settings = settings.withServer(new KnownServer("10.0.0.1:12345", "Relay", "ann", "SHA256:old"));
        opener.find(new ServerCard("Relay", "10.0.0.1:12345", PRINT, 3, 2, ServerCard.KeyStatus.NEW, ""));
        assertEquals(ServerCard.KeyStatus.CHANGED, view.servers.get(0).status());
    }

    @Test
    void oneServerIsOneCardHoweverManyAddressesAnswer() {
        opener.find(new ServerCard("Relay", "127.0.0.1:12345", PRINT, 3, 2, ServerCard.KeyStatus.NEW, ""));
        opener.find(new ServerCard("Relay", "10.0.0.1:12345", PRINT, 3, 2, ServerCard.KeyStatus.NEW, ""));
        opener.find(new ServerCard("Relay", "127.0.0.1:12345", PRINT, 3, 2, ServerCard.KeyStatus.NEW, ""));
        assertEquals(1, view.servers.size());
        assertEquals("10.0.0.1:12345", view.servers.get(0).address());
    }

    @Test
    void aNetworkThatAnswersAsServersWithoutEndFillsNoWindow() {
        for (int server = 0; server < 2 * FoundServers.MAX_SERVERS; server++) {
            opener.find(new ServerCard(
                    "Relay", "10.0.0.1:" + (1 + server), PRINT + server, 3, 2, ServerCard.KeyStatus.NEW, ""));
        }
        assertEquals(FoundServers.MAX_SERVERS, view.servers.size());
        assertEquals("10.0.0.1:1", view.servers.get(0).address());
    }

    private void connect() {
        presenter.onConnect(form("relay", "ann"));
        opener.open();
    }

    private static ConnectForm form(String server, String name) {
        return new ConnectForm(server, name, "", "", "", true);
    }

    private ConnectPresenter make() {
        return new ConnectPresenter(
                view,
                opener,
                opener,
                new ConnectPresenter.Outside() {
                    @Override
                    public void onEntered(OpenSession session) {
                        entered.add(session.user());
                    }

                    @Override
                    public void onGone(OpenSession session) {
                        entered.remove(session.user());
                    }

                    @Override
                    public boolean show(ServerName server, String user) {
                        return entered.contains(user);
                    }

                    @Override
                    public boolean goBack() {
                        return !entered.isEmpty();
                    }

                    @Override
                    public void check(ServerName server) {
                        checked.add(server);
                    }

                    @Override
                    public void onEvent(OpenSession session, ClientEvent event) {
                        assertNotNull(session);
                    }
                },
                Words.in(Locale.ENGLISH),
                () -> settings,
                Given.nothing(List.of(Target.room("lobby"))));
    }

    /** What the screen would show. */
    private static final class Shown implements ConnectView {
        String last = "";
        boolean back;
        String line = "";
        FormField field = FormField.NONE;
        List<ServerCard> servers = List.of();

        @Override
        public void showForm() {
            last = "form";
        }

        @Override
        public void showBack(boolean possible) {
            back = possible;
        }

        @Override
        public void fill(String server, String name) {
            last = "filled " + name;
        }

        @Override
        public void point(FormField where, String text) {
            field = where;
            line = text;
        }

        @Override
        public void offerCheck() {
            last = "check offered";
        }

        @Override
        public void showServers(List<ServerCard> found, boolean searching) {
            servers = found;
        }

        @Override
        public void showBusy(String text) {
            last = "busy";
        }

        @Override
        public void showTrust(String server, String fingerprint, String words) {
            last = "trust " + words;
        }

        @Override
        public void showWrongIdentity(WrongIdentity wrong) {
            last = "wrong " + wrong.expected() + " " + wrong.presented();
        }
    }

    /** A network and a disk that do what the test says. */
    private static final class Opener implements SessionOpener, ServerFinder, CommandSink {
        final List<EntryRequest> requests = new ArrayList<>();
        final List<ClientCommand> commands = new ArrayList<>();
        int closed;
        private @Nullable Consumer<OpenOutcome> outcome;
        private @Nullable Consumer<ClientEvent> events;
        private @Nullable Consumer<ServerCard> found;

        @Override
        public Runnable open(EntryRequest request, Consumer<OpenOutcome> result, Consumer<ClientEvent> face) {
            requests.add(request);
            outcome = result;
            events = face;
            return () -> closed++;
        }

        @Override
        public void search(Consumer<ServerCard> onFound, Runnable done) {
            found = onFound;
        }

        void answer(OpenOutcome result) {
            Objects.requireNonNull(outcome).accept(result);
        }

        void find(ServerCard card) {
            Objects.requireNonNull(found).accept(card);
        }

        void say(ClientEvent event) {
            Objects.requireNonNull(events).accept(event);
        }

        void open() {
            MemoryLocalStore store = new MemoryLocalStore();
            try {
                ProfileKey key = ProfileKey.look(Path.of("no-such-folder", "profile.key"), new Random(1)::nextBytes);
                answer(new OpenOutcome.Opened(new OpenSession(
                        new ServerName("relay", 12_345),
                        "ann",
                        this,
                        new LocalChoices(store, () -> 1_000),
                        new Drafts(store),
                        key,
                        new DeviceIdentity(
                                new ServerName("relay", 12_345),
                                "ann",
                                IdentityKeyPair.generate(new Random(1)::nextBytes),
                                () -> 0,
                                new Random(1)::nextBytes),
                        Runnable::run,
                        () -> closed++)));
            } catch (ProfileException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public boolean submit(ClientCommand command) {
            return commands.add(command);
        }

        @Override
        public MessageId newMessageId() {
            return new MessageId(Bytes.takingOver(new byte[MessageId.LENGTH_BYTES]));
        }
    }
}
