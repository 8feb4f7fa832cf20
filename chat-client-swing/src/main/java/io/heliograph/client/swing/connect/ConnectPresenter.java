package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.KnownServer;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leads from an empty form to a login: checks, asks only what is missing, says what went wrong where it can be put
 * right.
 *
 * <p>Event dispatch thread only; knows no component.
 */
public final class ConnectPresenter implements ConnectGestures {
    private final ConnectView view;
    private final ServerFinder finder;
    private final SessionOpener opener;
    private final Outside outside;
    private final Words words;
    private final Supplier<DesktopSettings> settings;
    private final Given given;
    private final Map<String, ServerCard> found = new LinkedHashMap<>();
    private @Nullable EntryRequest request;
    private @Nullable OpenSession session;
    private boolean searching;
    private int attempt;

    /** Who is told when somebody is in. */
    public interface Outside {
        /** A login has succeeded, or a known server is only out of reach. */
        void onEntered(OpenSession session);

        /** Every event, from the first on. */
        void onEvent(OpenSession session, ClientEvent event);
    }

    /** {@code given} is what the command line brought. */
    public ConnectPresenter(
            ConnectView view,
            ServerFinder finder,
            SessionOpener opener,
            Outside outside,
            Words words,
            Supplier<DesktopSettings> settings,
            Given given) {
        this.view = view;
        this.finder = finder;
        this.opener = opener;
        this.outside = outside;
        this.words = words;
        this.settings = settings;
        this.given = given;
    }

    /** Shows the form and looks around. */
    public void start(String server, String name) {
        List<KnownServer> known = settings.get().servers();
        boolean remembered = server.isEmpty() && !known.isEmpty();
        view.fill(
                remembered ? known.get(0).address() : server,
                remembered ? known.get(0).user() : name);
        view.showForm();
        view.point(server.isEmpty() && !remembered ? FormField.SERVER : FormField.NAME, "");
        onSearch();
    }

    /** Looks for servers once more. */
    @Override
    public void onSearch() {
        if (!searching) {
            searching = true;
            showServers();
            finder.search(this::onFound, this::onSearched);
        }
    }

    /** Once in a while: an empty list is worth another look. */
    public void onTick() {
        if (found.isEmpty() && session == null) {
            onSearch();
        }
    }

    @Override
    public void onConnect(ConnectForm form) {
        FormCheck check = FormCheck.of(form, words, given);
        if (check.request() == null) {
            view.point(check.field(), check.line());
            return;
        }
        open(check.request());
    }

    /** The user gives up what is under way. */
    @Override
    public void onGiveUp() {
        end();
        view.showForm();
        view.point(FormField.SERVER, "");
    }

    @Override
    public void onTrust(boolean yes) {
        OpenSession open = session;
        if (open != null) {
            open.commands().submit(new ClientCommand.Trust(yes));
        }
        if (yes) {
            view.showBusy(words.get("connect.loggingIn"));
        } else {
            onGiveUp();
        }
    }

    /** The user has confirmed the other identity with the operator. */
    @Override
    public void onReplaceIdentity(String fingerprint) {
        EntryRequest last = request;
        end();
        if (last != null) {
            open(last.confirming(fingerprint));
        }
    }

    /** A running session was refused: back to where it can be put right. */
    public void returnWith(OpenSession lost, ClientEvent event) {
        session = lost;
        onEvent(attempt, event);
    }

    /** Takes over what another start had asked for. */
    private void open(EntryRequest wanted) {
        end();
        request = wanted;
        attempt++;
        int mine = attempt;
        view.showBusy(words.get("connect.connecting", wanted.server().toString()));
        List<ClientEvent> early = new ArrayList<>();
        opener.open(wanted, outcome -> onOutcome(mine, outcome, early), event -> {
            if (session == null && mine == attempt) {
                early.add(event); // the client is quicker than the word that it has started
            } else {
                onEvent(mine, event);
            }
        });
    }

    private void onOutcome(int of, OpenOutcome outcome, List<ClientEvent> early) {
        if (outcome instanceof OpenOutcome.Opened opened && of != attempt) {
            opened.session().close().run();
        } else if (outcome instanceof OpenOutcome.Opened opened) {
            session = opened.session();
            early.forEach(event -> onEvent(of, event));
        } else if (outcome instanceof OpenOutcome.PassphraseWanted wanted) {
            view.showForm();
            view.point(FormField.PASSPHRASE, words.get(wanted.wrong() ? "passphrase.wrong" : "passphrase.wanted"));
        } else if (outcome instanceof OpenOutcome.Failed failed) {
            view.showForm();
            view.point(failed.field(), failed.line());
        } else if (outcome instanceof OpenOutcome.OtherIdentity other) {
            view.showWrongIdentity(new ConnectView.WrongIdentity(
                    other.server(), other.expected(), other.presented(), other.history()));
        }
    }

    private void onEvent(int of, ClientEvent event) {
        OpenSession open = session;
        if (of != attempt || open == null) {
            return;
        }
        outside.onEvent(open, event);
        if (event instanceof ClientEvent.TrustWanted wanted) {
            view.showTrust(wanted.server(), wanted.fingerprint(), wanted.words());
        } else if (event instanceof ClientEvent.WrongIdentity wrong) {
            view.showWrongIdentity(new ConnectView.WrongIdentity(
                    wrong.server(), wrong.expected(), wrong.presented(), wrong.history()));
        } else if (event instanceof ClientEvent.LoginRefused refused) {
            onRefused(refused);
        } else if (event instanceof ClientEvent.Connected) {
            outside.onEntered(open);
        } else if (event instanceof ClientEvent.Reconnecting waiting) {
            onUnreachable(open, waiting.cause());
        }
    }

    private void onRefused(ClientEvent.LoginRefused refused) {
        FormField field =
                switch (refused.code()) {
                    case "name_malformed", "name_taken" -> FormField.NAME;
                    case "wrong_password" -> FormField.SERVER_PASSWORD;
                    case "login_failed" -> FormField.PASSWORD;
                    default -> FormField.SERVER;
                };
        end();
        view.showForm();
        String advice = words.orElse("refused." + refused.code(), "");
        view.point(field, SafeText.line(refused.text()) + (advice.isEmpty() ? "" : " " + advice));
    }

    /** Who was there before reads on without a connection; who was not has an address to check. */
    private void onUnreachable(OpenSession open, String cause) {
        boolean known = settings.get().servers().stream()
                .anyMatch(server -> server.address().equals(open.server().toString())
                        && server.user().equals(open.user()));
        if (known) {
            outside.onEntered(open);
            return;
        }
        String server = open.server().toString();
        end();
        view.showForm();
        view.point(FormField.SERVER, words.get("connect.unreachable", server, SafeText.line(cause)));
    }

    private void onFound(ServerCard card) {
        KnownServer known = settings.get().server(card.address());
        ServerCard.KeyStatus status = ServerCard.KeyStatus.NEW;
        if (known != null) {
            boolean same = known.fingerprint().equals(card.fingerprint());
            status = same ? ServerCard.KeyStatus.KNOWN : ServerCard.KeyStatus.CHANGED;
        }
        ServerCard shown = card.with(status, known == null ? "" : known.user());
        // One server answers from each of its addresses; what others can reach is worth more than loopback.
        found.merge(card.fingerprint(), shown, (before, now) -> now.address().startsWith("127.") ? before : now);
        showServers();
    }

    private void onSearched() {
        searching = false;
        showServers();
    }

    private void showServers() {
        view.showServers(new ArrayList<>(found.values()), searching);
    }

    private void end() {
        attempt++;
        OpenSession open = session;
        session = null;
        if (open != null) {
            open.close().run();
        }
    }
}
