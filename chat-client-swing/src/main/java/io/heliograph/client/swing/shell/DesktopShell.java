package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.connect.OpenSession;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.Surface;
import io.heliograph.client.swing.keys.KeyMap;
import io.heliograph.client.swing.keys.KeySheet;
import io.heliograph.client.swing.keys.KeySheetDialog;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.Themes;
import io.heliograph.client.swing.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;

/** The window at work: what commands can do with it, and which session it shows. Event dispatch thread only. */
public final class DesktopShell implements Shell, Surface {
    /** What the shell is made of. {@code worker} is for what takes long, {@code events} leads back here. */
    public record Parts(
            Words words,
            Themes themes,
            CommandRegistry commands,
            KeyMap keys,
            List<DeskFeature> features,
            IntSupplier lockAfterMinutes,
            Executor worker,
            Executor events,
            Settings settings,
            Runnable end) {}

    private final Parts parts;
    private final MainWindow window;
    private final Regions regions;
    private final KeySheetDialog sheet;
    private @Nullable DeskPresenter desk;
    private @Nullable OpenSession session;
    private @Nullable LockPresenter lock;

    public DesktopShell(Parts parts, JComponent connect, MessageDeck messages) {
        this.parts = parts;
        this.window = new MainWindow(
                parts.words(),
                connect,
                messages,
                id -> action(parts.commands().get(id)),
                new MainWindow.Callbacks(this::onRetry, this::onPassphrase, this::quit, this::onFront));
        this.regions = window.regions();
        KeyBindings.bind(window.frame().getRootPane(), parts.commands().all(), parts.keys(), this::action);
        this.sheet = new KeySheetDialog(parts.words(), new KeySheet(parts.commands(), parts.keys(), parts.words()));
        wire();
    }

    @Override
    public JFrame frame() {
        return window.frame();
    }

    @Override
    public void showBeside(@Nullable JComponent panel) {
        window.showBeside(panel);
    }

    @Override
    public void showAbove(@Nullable JComponent strip) {
        window.showAbove(strip);
    }

    @Override
    public boolean isInFront() {
        return window.frame().isActive() && window.isChatShown();
    }

    @Override
    public void comeForward() {
        window.comeForward();
    }

    /** Makes the window visible. */
    public void show() {
        DesktopSettings settings = parts.settings().get();
        window.place(settings.bounds(), UIScale.scale(settings.sidebarWidth()));
        window.showDetails(settings.detailsShown());
        window.showConnect();
        window.frame().setVisible(true);
    }

    /** Shows the conversations of {@code opened}. */
    public void enter(OpenSession opened) {
        if (desk != null && Objects.equals(session, opened)) {
            window.showChat();
        }
    }

    /** A session begins: its events come from now on. */
    public void begin(OpenSession opened) {
        session = opened;
        Words words = parts.words();
        desk = new DeskPresenter(
                opened,
                parts.commands(),
                window.views(),
                this,
                words,
                new Times(ZoneId.systemDefault(), words),
                System::currentTimeMillis);
        lock = new LockPresenter(
                new LockDesk(window),
                opened.key(),
                words,
                parts.lockAfterMinutes(),
                parts.worker(),
                parts.events(),
                System.currentTimeMillis());
        desk.list().showPeople(false);
        Desk begun = desk;
        parts.features().forEach(feature -> feature.begin(begun));
    }

    /** Back to the way in. */
    public void leave() {
        window.showConnect();
    }

    public boolean isShowing(OpenSession other) {
        return Objects.equals(session, other);
    }

    public void onEvent(ClientEvent event) {
        DeskPresenter open = desk;
        if (open != null) {
            open.onEvent(event);
            parts.features().forEach(feature -> feature.onEvent(event));
        }
    }

    /** Behind each burst of events. */
    public void flush() {
        DeskPresenter open = desk;
        if (open != null) {
            open.flush();
            parts.features().forEach(DeskFeature::onBurst);
        }
    }

    /** Once a second. */
    public void onTick() {
        DeskPresenter open = desk;
        LockPresenter locking = lock;
        if (open != null) {
            open.onTick();
            long nowMs = System.currentTimeMillis();
            parts.features().forEach(feature -> feature.onTick(nowMs));
        }
        if (locking != null) {
            locking.onTick(System.currentTimeMillis());
        }
    }

    /** A key or the mouse. */
    public void onGesture() {
        LockPresenter locking = lock;
        if (locking != null) {
            locking.onGesture(System.currentTimeMillis());
        }
    }

    @Override
    public void changeAppearance(UnaryOperator<Appearance> change) {
        Appearance before = parts.settings().get().appearance();
        Appearance now = change.apply(before);
        if (!now.equals(before)) {
            parts.settings().change(settings -> settings.withAppearance(now));
            parts.themes().change(now);
            window.side().measure();
        }
    }

    @Override
    public void toggleDetails() {
        parts.settings().change(settings -> settings.withDetails(!settings.detailsShown()));
        window.showDetails(parts.settings().get().detailsShown());
    }

    @Override
    public void focusSearch() {
        window.side().search().requestFocusInWindow();
    }

    @Override
    public void focusComposer() {
        window.composer().focus();
    }

    @Override
    public void cycleRegion(boolean forward) {
        regions.cycle(forward);
    }

    @Override
    public void askRoom() {
        ask("join", "ask.room");
    }

    @Override
    public void askPerson() {
        ask("query", "ask.person");
    }

    @Override
    public void showShortcuts() {
        sheet.show(window.frame());
    }

    @Override
    public void lock() {
        DeskPresenter open = desk;
        if (lock != null && !lock.lock() && open != null) {
            open.complain(parts.words().get("lock.needsPassphrase"));
        }
    }

    @Override
    public void askPassphrase() {
        OpenSession opened = session;
        if (opened != null) {
            new PassphraseChange(
                            window.frame(), parts.words(), opened.key(), parts.worker(), parts.events(), this::told)
                    .ask();
        }
    }

    @Override
    public void quit() {
        DeskPresenter open = desk;
        OpenSession opened = session;
        if (open != null) {
            open.composer().keepDraft();
        }
        int width = UIScale.unscale(window.sidebarWidth());
        parts.settings().change(settings -> settings.withWindow(window.bounds(), width));
        window.frame().dispose();
        if (opened != null) {
            opened.close().run();
        }
        parts.end().run();
    }

    /** Does nothing before there is somebody to do it for. */
    private Action action(DeskCommand command) {
        return new CommandAction(command, parts.words(), parts.keys(), () -> window().isChatShown() ? desk : null);
    }

    private MainWindow window() {
        return window;
    }

    private void told(String line) {
        DeskPresenter open = desk;
        if (open != null) {
            open.tell(line);
        }
    }

    private void ask(String command, String question) {
        Words words = parts.words();
        AskDialog.Question field = new AskDialog.Question(question, words.get(question), false);
        new AskDialog(window.frame(), words, words.get("command." + command), List.of(field), answers -> {
                    DeskPresenter open = desk;
                    String answer = answers.get(0).strip();
                    if (open != null && !answer.isEmpty()) {
                        parts.commands().get(command).run(open, answer);
                    }
                    return answer.isEmpty() ? words.get(question) : "";
                })
                .show();
    }

    private void onRetry() {
        DeskPresenter open = desk;
        if (open != null) {
            open.banner().onRetry();
        }
    }

    private void onPassphrase(String passphrase) {
        if (lock != null) {
            lock.onPassphrase(passphrase);
        }
    }

    private void onFront(boolean front) {
        DeskPresenter open = desk;
        if (open != null) {
            open.timeline().onInFront(front && window.isChatShown());
        }
    }

    private void wire() {
        new Wiring(window, () -> desk).connect();
    }
}
