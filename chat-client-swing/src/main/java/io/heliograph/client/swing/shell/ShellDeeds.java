package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.keys.KeySheet;
import io.heliograph.client.swing.keys.KeySheetDialog;
import io.heliograph.client.swing.start.StartFeature;
import io.heliograph.client.swing.theme.Appearance;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What commands can do with the window and with the sessions in it. Event dispatch thread only. */
final class ShellDeeds implements Shell {
    private final DesktopShell host;
    private final DesktopShell.Parts parts;
    private final MainWindow window;
    private final Desks desks;
    private final Regions regions;
    private @Nullable KeySheetDialog sheet;

    ShellDeeds(DesktopShell host, DesktopShell.Parts parts, MainWindow window, Desks desks) {
        this.host = host;
        this.parts = parts;
        this.window = window;
        this.desks = desks;
        this.regions = window.panel().regions();
    }

    @Override
    public void addServer() {
        window.panel().showConnect();
        parts.another().run();
    }

    @Override
    public void show(Desk desk) {
        Desks.Open open = desks.find(desk);
        if (open != null && window.panel().isChatShown()) {
            host.enter(open.session());
        }
    }

    @Override
    public void showNextServer() {
        Desks.Open next = desks.next();
        if (next != null) {
            host.enter(next.session());
        }
    }

    @Override
    public void closeServer() {
        Desks.Open open = desks.active();
        if (open != null) {
            host.remove(open.session());
            open.session().close().run();
            if (!host.goBack()) {
                host.leave();
            }
        }
    }

    @Override
    public void changeAppearance(UnaryOperator<Appearance> change) {
        Appearance before = parts.settings().get().appearance();
        Appearance now = change.apply(before);
        if (!now.equals(before)) {
            parts.settings().change(settings -> settings.withAppearance(now));
            parts.themes().change(now);
            parts.events().execute(() -> window.panel().measure()); // behind the windows that follow the look
        }
    }

    @Override
    public void toggleDetails() {
        parts.settings().change(settings -> settings.withDetails(!settings.detailsShown()));
        window.panel().showDetails(parts.settings().get().detailsShown());
    }

    @Override
    public void showDetails() {
        parts.settings().change(settings -> settings.withDetails(true));
        window.panel().showDetails(true);
    }

    @Override
    public void focusSearch() {
        window.panel().side().search().requestFocusInWindow();
    }

    @Override
    public void focusComposer() {
        window.panel().composer().focus();
    }

    @Override
    public void cycleRegion(boolean forward) {
        regions.cycle(forward);
    }

    @Override
    public void askRoom() {
        run("list", "");
    }

    @Override
    public void askPerson() {
        run("new", StartFeature.PEOPLE);
    }

    @Override
    public void showShortcuts() {
        KeySheetDialog shown = sheet;
        if (shown == null) {
            shown = new KeySheetDialog(
                    parts.words(), new KeySheet(parts.commands(), parts.keys(), parts.words()), parts.events());
            sheet = shown;
        }
        shown.show(window.frame());
    }

    @Override
    public void lock() {
        Desks.Open open = desks.active();
        if (open != null && !open.lock().lock()) {
            open.desk().complain(parts.words().get("lock.needsPassphrase"));
        }
    }

    @Override
    public void askPassphrase() {
        Desks.Open open = desks.active();
        if (open != null) {
            new PassphraseChange(
                            window.frame(),
                            parts.words(),
                            open.session().key(),
                            parts.worker(),
                            parts.events(),
                            this::told)
                    .ask();
        }
    }

    @Override
    public void quit() {
        DeskPresenter shown = desks.desk();
        if (shown != null) {
            shown.regions().composer().keepDraft();
        }
        int width = UIScale.unscale(window.panel().sidebarWidth());
        parts.settings().change(settings -> settings.withWindow(window.bounds(), width));
        window.frame().dispose();
        desks.all().forEach(open -> open.session().close().run());
        parts.end().run();
    }

    private void told(String line) {
        DeskPresenter open = desks.desk();
        if (open != null) {
            open.tell(line);
        }
    }

    private void run(String command, String argument) {
        DeskPresenter open = desks.desk();
        if (open != null) {
            open.run(command, argument);
        }
    }
}
