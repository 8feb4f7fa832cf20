package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.LinkCause;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.KnownServer;
import io.heliograph.client.swing.words.LinkCauses;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.util.List;
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
    private final SessionOpener opener;
    private final Outside outside;
    private final Words words;
    private final Supplier<DesktopSettings> settings;
    private final Given given;
    private final FoundServers around;
    private @Nullable Attempt current;
    private @Nullable ServerName unreached;

    /** Who is told when somebody is in. */
    public interface Outside {
        /** A login has succeeded, or a known server is only out of reach. */
        void onEntered(OpenSession session);

        /** A session was given up before or after it was entered. */
        void onGone(OpenSession session);

        /** True if somebody is in there already, and is shown now. */
        boolean show(ServerName server, String user);

        /** True if there are conversations to go back to, and they are shown now. */
        boolean goBack();

        /** Shows why {@code server} cannot be reached. */
        void check(ServerName server);

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
        this.around = new FoundServers(view, finder, settings);
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

    /** One more server is wanted beside what is open. */
    public void onAnother() {
        List<KnownServer> known = settings.get().servers();
        view.fill("", known.isEmpty() ? "" : known.get(0).user());
        view.showForm();
        view.showBack(true);
        view.point(FormField.SERVER, "");
        onSearch();
    }

    /** Looks for servers once more. */
    @Override
    public void onSearch() {
        around.search();
    }

    /** Once in a while: an empty list is worth another look. */
    public void onTick() {
        if (around.isEmpty() && current == null) {
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
    public void onBack() {
        end();
        view.showForm();
        outside.goBack();
    }

    @Override
    public void onTrust(boolean yes) {
        OpenSession open = current == null ? null : current.session();
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
        Attempt last = current;
        end();
        if (last != null) {
            open(last.request().confirming(fingerprint));
        }
    }

    @Override
    public void onCheck() {
        if (unreached != null) {
            outside.check(unreached);
        }
    }

    /** Takes over what another start had asked for. */
    private void open(EntryRequest wanted) {
        end();
        if (outside.show(wanted.server(), wanted.user())) {
            view.showForm();
            return;
        }
        Attempt mine = new Attempt(wanted);
        current = mine;
        view.showBusy(words.get("connect.connecting", wanted.server().toString()));
        Runnable giveUp = opener.open(wanted, outcome -> onOutcome(mine, outcome), event -> {
            if (mine.session() == null && !mine.isOver()) {
                mine.onEarly(event);
            } else {
                onEvent(mine, event);
            }
        });
        mine.setGiveUp(giveUp);
    }

    private void onOutcome(Attempt of, OpenOutcome outcome) {
        if (outcome instanceof OpenOutcome.Opened opened) {
            List<ClientEvent> early = of.onOpened(opened.session());
            if (of.isOver()) {
                of.end();
            } else {
                early.forEach(event -> onEvent(of, event));
            }
            return;
        } else if (of.isOver()) {
            return;
        }
        if (outcome instanceof OpenOutcome.PassphraseWanted wanted) {
            end();
            view.showForm();
            view.point(FormField.PASSPHRASE, words.get(wanted.wrong() ? "passphrase.wrong" : "passphrase.wanted"));
        } else if (outcome instanceof OpenOutcome.Failed failed) {
            end();
            view.showForm();
            view.point(failed.field(), failed.line());
            if (failed.field() == FormField.SERVER) {
                offerCheck(of.request().server());
            }
        } else if (outcome instanceof OpenOutcome.OtherIdentity other) {
            view.showWrongIdentity(new ConnectView.WrongIdentity(
                    other.server(), other.expected(), other.presented(), other.history()));
        }
    }

    private void onEvent(Attempt of, ClientEvent event) {
        OpenSession open = of.session();
        if (open == null) {
            return;
        }
        outside.onEvent(open, event);
        if (event instanceof ClientEvent.WrongIdentity wrong) {
            takeBack(of);
            view.showWrongIdentity(new ConnectView.WrongIdentity(
                    wrong.server(), wrong.expected(), wrong.presented(), wrong.history()));
        } else if (event instanceof ClientEvent.LoginRefused refused) {
            takeBack(of);
            onRefused(refused);
        } else if (of == current && event instanceof ClientEvent.TrustWanted wanted) {
            view.showTrust(wanted.server(), wanted.fingerprint(), wanted.words());
        } else if (of == current && event instanceof ClientEvent.Connected) {
            enter(of, open);
        } else if (of == current && event instanceof ClientEvent.Reconnecting waiting) {
            onUnreachable(of, open, waiting.cause());
        }
    }

    private void enter(Attempt of, OpenSession open) {
        of.setEntered(true);
        current = null;
        view.showForm();
        outside.onEntered(open);
    }

    /** A running session was refused: back to where it can be put right. */
    private void takeBack(Attempt of) {
        if (of.isEntered()) {
            end();
            of.setEntered(false);
            current = of;
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
    private void onUnreachable(Attempt of, OpenSession open, LinkCause cause) {
        boolean known = settings.get().servers().stream()
                .anyMatch(server -> server.address().equals(open.server().toString())
                        && server.user().equals(open.user()));
        if (known) {
            enter(of, open);
            return;
        }
        String server = open.server().toString();
        end();
        view.showForm();
        view.point(FormField.SERVER, words.get("connect.unreachable", server, LinkCauses.of(words, cause)));
        offerCheck(open.server());
    }

    private void offerCheck(ServerName server) {
        unreached = server;
        view.offerCheck();
    }

    private void end() {
        Attempt under = current;
        current = null;
        if (under != null) {
            OpenSession open = under.session();
            under.end();
            if (open != null) {
                outside.onGone(open);
            }
        }
    }
}
