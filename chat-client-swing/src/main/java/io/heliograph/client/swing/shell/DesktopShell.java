package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.compose.Intake;
import io.heliograph.client.swing.connect.OpenSession;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.Surface;
import io.heliograph.client.swing.keys.KeyMap;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.theme.Themes;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import javax.swing.Action;
import org.jspecify.annotations.Nullable;

/** The window at work: what commands can do with it, and which session it shows. Event dispatch thread only. */
public final class DesktopShell {
    /**
     * What the shell is made of. {@code worker} is for what takes long, {@code events} leads back here, {@code another}
     * prepares the way in for one more server.
     */
    public record Parts(
            Words words,
            Themes themes,
            CommandRegistry commands,
            KeyMap keys,
            Intake intake,
            List<DeskFeature> features,
            IntSupplier lockAfterMinutes,
            Executor worker,
            Executor events,
            Settings settings,
            Runnable another,
            Runnable end) {}

    private final Parts parts;
    private final MainWindow window;
    private final Surface surface;
    private final Shell deeds;
    private final Desks desks;

    public DesktopShell(Parts parts, MainWindow.Contents contents) {
        this.parts = parts;
        MainPanel panel = new MainPanel(
                parts.words(),
                contents,
                id -> action(parts.commands().get(id)),
                new MainPanel.Callbacks(this::onRetry, this::onCheck, this::onPassphrase));
        this.window = new MainWindow(panel, this::onClosing, this::onFront);
        this.surface = new WindowSurface(window);
        this.desks = new Desks(this::open, parts.features(), parts.events());
        KeyBindings.bind(
                window.frame().getRootPane(),
                panel.composer().field(),
                parts.commands().all(),
                parts.keys(),
                this::action);
        this.deeds = new ShellDeeds(this, parts, window, desks);
        new FileDrops(parts.words(), this::current, parts.intake())
                .install(
                        window.panel().deck(),
                        window.panel().messages(),
                        window.panel().side().list());
        wire();
    }

    /** For features. */
    public Surface surface() {
        return surface;
    }

    /** Makes the window visible. */
    public void show() {
        DesktopSettings settings = parts.settings().get();
        window.place(settings.bounds(), UIScale.scale(settings.sidebarWidth()));
        window.panel().showDetails(settings.detailsShown());
        window.panel().showConnect();
        window.frame().setVisible(true);
    }

    /** Shows the conversations of {@code opened}. */
    public void enter(OpenSession opened) {
        Desks.Open before = desks.active();
        if (before != null && !before.session().equals(opened)) {
            window.panel().closeDialogs();
        }
        if (desks.show(opened)) {
            window.panel().showChat();
            showServers();
        }
    }

    /** True if somebody is in there already. */
    public boolean show(ServerName server, String user) {
        Desks.Open open = desks.find(server, user);
        if (open != null) {
            enter(open.session());
        }
        return open != null;
    }

    /** Back to what is open; false if nothing is. */
    public boolean goBack() {
        Desks.Open open = desks.active();
        if (open == null && !desks.all().isEmpty()) {
            open = desks.all().get(0);
        }
        if (open != null) {
            enter(open.session());
        }
        return open != null;
    }

    /** A session has ended. */
    public void remove(OpenSession gone) {
        desks.remove(gone);
        showServers();
    }

    /** Back to the way in. */
    public void leave() {
        window.panel().closeDialogs();
        window.panel().showConnect();
    }

    public void onEvent(OpenSession of, ClientEvent event) {
        desks.onEvent(of, event);
    }

    /** Behind each burst of events. */
    public void flush() {
        DeskPresenter open = desks.desk();
        if (open != null) {
            open.flush();
            parts.features().forEach(DeskFeature::onBurst);
        }
    }

    /** Once a second. */
    public void onTick() {
        Desks.Open open = desks.active();
        if (open != null) {
            long nowMs = System.currentTimeMillis();
            open.desk().onTick();
            parts.features().forEach(feature -> feature.onTick(nowMs));
            open.lock().onTick(nowMs);
            showServers();
        }
    }

    /** A key or the mouse. */
    public void onGesture() {
        Desks.Open open = desks.active();
        if (open != null) {
            open.lock().onGesture(System.currentTimeMillis());
        }
    }

    /** Does nothing before there is somebody to do it for. */
    private Action action(DeskCommand command) {
        return new CommandAction(
                command, parts.words(), parts.keys(), () -> window().panel().isChatShown() ? desks().desk() : null);
    }

    private MainWindow window() {
        return window;
    }

    private Desks desks() {
        return desks;
    }

    private Desks.Open open(OpenSession opened) {
        Words words = parts.words();
        DeskPresenter desk = new DeskPresenter(
                opened,
                parts.commands(),
                window.panel().views(),
                deeds,
                words,
                new Times(ZoneId.systemDefault(), words),
                System::currentTimeMillis,
                new Keeping(opened.keeper(), parts.events()));
        LockPresenter lock = new LockPresenter(
                new LockDesk(window.panel()),
                opened.key(),
                words,
                parts.lockAfterMinutes(),
                parts.worker(),
                parts.events(),
                System.currentTimeMillis());
        return new Desks.Open(opened, desk, lock);
    }

    /** Several servers stand at the edge of the window; one alone does not. */
    private void showServers() {
        List<ServerBadge> badges = new ArrayList<>();
        for (Desks.Open open : desks.all()) {
            boolean shown = open == desks.active();
            String name = SafeText.line(open.desk().model().serverName());
            badges.add(new ServerBadge(
                    name.isEmpty() ? open.session().server().host() : name,
                    SafeText.line(open.session().server().toString()),
                    open.session().user(),
                    open.desk().unreadCount(),
                    shown,
                    () -> enter(open.session())));
        }
        window.panel().rail().showServers(badges.size() > 1 ? badges : List.of());
    }

    private void onClosing() {
        deeds.quit();
    }

    private void onRetry() {
        DeskPresenter open = desks.desk();
        if (open != null) {
            open.regions().banner().onRetry();
        }
    }

    private void onCheck() {
        DeskPresenter open = desks.desk();
        if (open != null) {
            open.run("doctor", "");
        }
    }

    private void onPassphrase(String passphrase) {
        Desks.Open open = desks.active();
        if (open != null) {
            open.lock().onPassphrase(passphrase);
        }
    }

    private void onFront(boolean front) {
        DeskPresenter open = desks.desk();
        if (open != null) {
            open.regions().timeline().onInFront(front && window.panel().isChatShown());
        }
    }

    /** The conversation that is open and seen; null for none. */
    private @Nullable Target current() {
        DeskPresenter desk = desks.desk();
        return desk == null || !window.panel().isChatShown() ? null : desk.current();
    }

    private void wire() {
        new Wiring(window.panel(), desks::desk).connect();
    }
}
