package io.heliograph.client.swing;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.launch.DesktopLaunch;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Commands;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.compose.ComposerPanel;
import io.heliograph.client.swing.connect.ConnectForm;
import io.heliograph.client.swing.connect.ConnectGestures;
import io.heliograph.client.swing.connect.ConnectPanel;
import io.heliograph.client.swing.connect.ConnectPresenter;
import io.heliograph.client.swing.connect.Given;
import io.heliograph.client.swing.connect.LanScout;
import io.heliograph.client.swing.connect.OpenSession;
import io.heliograph.client.swing.connect.ProfileOpener;
import io.heliograph.client.swing.edt.EdtEventQueue;
import io.heliograph.client.swing.emoji.EmojiLine;
import io.heliograph.client.swing.emoji.EmojiPicker;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.LateSurface;
import io.heliograph.client.swing.keys.KeyMap;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.netcheck.NetworkDoctor;
import io.heliograph.client.swing.sending.SendingFeature;
import io.heliograph.client.swing.settings.KnownServer;
import io.heliograph.client.swing.settings.SettingsFile;
import io.heliograph.client.swing.shell.DesktopShell;
import io.heliograph.client.swing.shell.MainWindow;
import io.heliograph.client.swing.theme.AppIcon;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.net.NamedThreads;
import java.awt.AWTError;
import java.awt.AWTEvent;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** Starts the desktop: system properties, look, window, in this order; and ends it. Used once. */
public final class SwingApp {
    private static final String BUS_VARIABLE = "DBUS_SESSION_BUS_ADDRESS";
    private static final int TICK_MS = 1_000;
    private static final int SEARCH_MS = 15_000;
    private static final String NO_DISPLAY = "there is no display here: start with --nogui to chat in this terminal";

    private final DesktopLaunch start;
    private final Words words;
    private final RandomSource random = SecureRandoms.system();
    private final EdtEventQueue events = new EdtEventQueue(this::onBurst);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(NamedThreads.factory("desktop-worker"));
    private final CountDownLatch ended = new CountDownLatch(1);
    private final SettingsKeeper settings;
    private final ProfileOpener opener;
    private @Nullable DesktopShell shell;
    private @Nullable ConnectPresenter connect;
    private @Nullable NetworkDoctor doctor;

    private SwingApp(DesktopLaunch start, String version) {
        this.start = start;
        this.settings = new SettingsKeeper(settingsFile(start), worker);
        this.words = Words.in(language());
        this.opener = new ProfileOpener(start, version, random, words, events);
    }

    /** Returns when the window is closed: empty, or one line that says why there was none. */
    public static String run(DesktopLaunch start, String version) {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return NO_DISPLAY;
            }
            Toolkit.getDefaultToolkit();
        } catch (AWTError e) {
            return NO_DISPLAY; // a display is named and does not answer
        }
        FirstLook.prepareToolkit();
        SwingApp app = new SwingApp(start, version);
        SwingUtilities.invokeLater(FirstLook::freeControlTab);
        SwingUtilities.invokeLater(app::open);
        try {
            app.ended.await();
            app.opener.awaitClosed();
            app.worker.shutdown();
            app.settings.saveNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private void open() {
        FirstLook look = FirstLook.install(start, settings, words, events);
        LateSurface surface = new LateSurface();
        EmojiStock emoji = new EmojiStock(words.locale(), worker, events);
        emoji.load();
        EmojiPicker picker = new EmojiPicker(emoji, words, settings);
        MessageDeck messages = messages(emoji, look.calm());
        FeatureGround ground = new FeatureGround(words, surface, worker, events, settings, emoji, picker);
        SendingFeature sending = new SendingFeature(ground);
        NetworkDoctor checking = new NetworkDoctor(ground, random);
        doctor = checking;
        List<DeskFeature> features = Features.all(ground, messages, sending, bus(), checking::show);
        List<DeskCommand> all = new ArrayList<>(Commands.all());
        features.forEach(feature -> all.addAll(feature.commands()));
        CommandRegistry commands = new CommandRegistry(all, words);
        ConnectPanel panel = new ConnectPanel(words, new LateGestures(), events);
        DesktopShell made = new DesktopShell(
                new DesktopShell.Parts(
                        words,
                        look.themes(),
                        commands,
                        new KeyMap(words, settings),
                        sending,
                        features,
                        this::lockAfterMinutes,
                        worker,
                        events,
                        settings,
                        () -> Objects.requireNonNull(connect).onAnother(),
                        ended::countDown),
                new MainWindow.Contents(
                        panel.component(),
                        messages,
                        new ComposerPanel(new ComposerPanel.Parts(words, emoji, picker, settings, sending)),
                        new EmojiLine(emoji)));
        shell = made;
        surface.attach(made.surface());
        surface.frame().setIconImages(AppIcon.all());
        ConnectPresenter presenter = new ConnectPresenter(
                panel, new LanScout(random, events), opener, new Entered(), words, settings::get, Given.of(start));
        connect = presenter;
        made.show();
        worker.execute(UnusedMemory::giveBack);
        String user = start.user().isEmpty() ? suggestedUser() : start.user();
        presenter.start(start.server(), user);
        if (start.isComplete()) {
            presenter.onConnect(new ConnectForm(start.server(), user, "", "", "", true));
        }
        attend(made, presenter);
    }

    private static void attend(DesktopShell window, ConnectPresenter entrance) {
        new Timer(TICK_MS, event -> window.onTick()).start();
        new Timer(SEARCH_MS, event -> entrance.onTick()).start();
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(event -> window.onGesture(), AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK);
    }

    /** Where the session's bus is; empty for none. */
    private String bus() {
        return start.environment().getOrDefault(BUS_VARIABLE, "");
    }

    /** As the system calls the user, unless nobody may be called so, as root. */
    private static String suggestedUser() {
        String name = NameRules.normalise(System.getProperty("user.name", ""));
        return NameRules.whyNotAName(name) == null ? name : "";
    }

    private MessageDeck messages(EmojiStock emoji, boolean calm) {
        MessageDeck made = new MessageDeck(new MessageDeck.Parts(
                new MessageWords(words, ZoneId.systemDefault()),
                LocalDate::now,
                new EmojiText(emoji::table),
                emoji.pictures(),
                calm));
        emoji.whenReady(made::relayout);
        return made;
    }

    /** The one that the user has chosen, else the system's. */
    private Locale language() {
        String chosen = settings.get().kept("language");
        return Words.LANGUAGES.contains(chosen) ? Locale.forLanguageTag(chosen) : Locale.getDefault();
    }

    /** The command line goes first. */
    private int lockAfterMinutes() {
        String kept = settings.get().kept("lock.minutes");
        int chosen = kept.matches("[0-9]{1,4}") ? Integer.parseInt(kept) : 0;
        return start.lockAfterMinutes() > 0 ? start.lockAfterMinutes() : chosen;
    }

    private void onBurst() {
        if (shell != null) {
            shell.flush();
        }
    }

    /** A program on a stick takes its settings along. */
    private static SettingsFile settingsFile(DesktopLaunch start) {
        Path portable = start.place().portableFolder();
        return portable == null ? SettingsFile.ofPlatform(start.environment()) : SettingsFile.in(portable);
    }

    /** What the way in tells. */
    private final class Entered implements ConnectPresenter.Outside {
        @Override
        public void onEntered(OpenSession session) {
            window().enter(session);
        }

        @Override
        public void onGone(OpenSession session) {
            window().remove(session);
        }

        @Override
        public boolean show(ServerName server, String user) {
            return window().show(server, user);
        }

        @Override
        public boolean goBack() {
            return window().goBack();
        }

        @Override
        public void check(ServerName server) {
            Objects.requireNonNull(doctor).show(server);
        }

        @Override
        public void onEvent(OpenSession session, ClientEvent event) {
            window().onEvent(session, event);
            if (event instanceof ClientEvent.Connected connected) {
                KnownServer server = new KnownServer(
                        session.server().toString(), connected.serverName(), session.user(), connected.fingerprint());
                settings.change(before -> before.withServer(server));
            } else if (event instanceof ClientEvent.LoginRefused || event instanceof ClientEvent.WrongIdentity) {
                window().leave();
            }
        }

        private DesktopShell window() {
            return Objects.requireNonNull(shell);
        }
    }

    /** The panel is made before its presenter. */
    private final class LateGestures implements ConnectGestures {
        private ConnectGestures presenter() {
            return Objects.requireNonNull(connect);
        }

        @Override
        public void onConnect(ConnectForm form) {
            presenter().onConnect(form);
        }

        @Override
        public void onSearch() {
            presenter().onSearch();
        }

        @Override
        public void onGiveUp() {
            presenter().onGiveUp();
        }

        @Override
        public void onBack() {
            presenter().onBack();
        }

        @Override
        public void onTrust(boolean yes) {
            presenter().onTrust(yes);
        }

        @Override
        public void onCheck() {
            presenter().onCheck();
        }

        @Override
        public void onReplaceIdentity(String fingerprint) {
            presenter().onReplaceIdentity(fingerprint);
        }
    }
}
