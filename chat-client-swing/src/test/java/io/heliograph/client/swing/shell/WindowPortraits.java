package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.LinkCause;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Commands;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.compose.ComposePortraits;
import io.heliograph.client.swing.connect.OpenSession;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.emoji.EmojiLine;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.client.swing.emoji.SampleEmoji;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.SampleConversation;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.UserEntry;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRootPane;

/** The window with a lively conversation, and with the lock before it. */
public final class WindowPortraits {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 860;
    private static final long NOW_MS = Instant.parse("2026-11-13T09:20:00Z").toEpochMilli();
    private static final Target ROOM = Target.room("platform");

    private WindowPortraits() {}

    public static List<Portrait> all() {
        return List.of(
                of("window", WIDTH, HEIGHT, (panel, desk) -> {}).inContrastToo(),
                of("window-details", WIDTH, HEIGHT, (panel, desk) -> panel.showDetails(true)),
                of("window-person", WIDTH, HEIGHT, (panel, desk) -> {
                    panel.showDetails(true);
                    desk.open(Target.user("Zoë Müller"));
                }),
                of("window-offline", 720, 520, (panel, desk) -> {
                    desk.onEvent(new ClientEvent.Reconnecting(3, 8_000, LinkCause.of(LinkCause.Kind.NO_ANSWER)));
                    desk.tell(desk.words().get("ignore.on", "eva"));
                }),
                of("window-locked", 720, 520, (panel, desk) -> {
                    panel.lock().showProblem(desk.words().get("passphrase.wrong"));
                    panel.showLocked(true);
                }));
    }

    /** What is seen for a moment over the window. */
    public static List<Portrait> fleeting() {
        return List.of(
                Portrait.of("row-menu", WindowPortraits::rowMenu),
                Portrait.of("drop-mark", 520, 320, WindowPortraits::dropMark));
    }

    private static JComponent rowMenu(Locale locale) {
        DeskPresenter desk = desk(locale, panel(locale));
        live(desk, SampleConversation.ofTheDesign());
        return RowMenu.of(new RowChoices(desk).of(ROOM), Words.in(locale), chosen -> {});
    }

    private static JComponent dropMark(Locale locale) {
        JRootPane root = new JRootPane();
        root.setSize(520, 320);
        new DropMark()
                .show(root, new Rectangle(0, 0, 520, 320), Words.in(locale).get("send.title", 3, "#platform"));
        return root;
    }

    private static Portrait of(String name, int width, int height, BiConsumer<MainPanel, DeskPresenter> more) {
        return Portrait.of(name, width, height, locale -> {
            MainPanel panel = panel(locale);
            DeskPresenter desk = desk(locale, panel);
            boolean mirrored =
                    !java.awt.ComponentOrientation.getOrientation(locale).isLeftToRight();
            List<ShownEntry> said = mirrored ? SampleConversation.fromRightToLeft() : SampleConversation.ofTheDesign();
            live(desk, said);
            panel.showDetails(false);
            more.accept(panel, desk);
            desk.flush();
            desk.onTick();
            panel.setSidebarWidth(320, width);
            return panel.deck();
        });
    }

    private static void live(DeskPresenter desk, List<ShownEntry> said) {
        desk.onEvent(new ClientEvent.Connected("chat.example.org", "Example", "SHA256:x", "Jan", false, false));
        for (UserEntry user : List.of(
                new UserEntry("Zoë Müller", PresenceState.ONLINE, "In the workshop until four", 0),
                new UserEntry("Marek Dvořák", PresenceState.AWAY, "", 0),
                new UserEntry("דנה לוי", PresenceState.BUSY, "", 0))) {
            desk.onEvent(new ClientEvent.PresenceChanged(user));
        }
        know(desk, Target.room("book-club"), 3, 0);
        know(desk, Target.user("Marek Dvořák"), 0, 0);
        know(desk, Target.user("Zoë Müller"), 120, 0);
        know(desk, Target.user("דנה לוי"), 0, 0);
        know(desk, ROOM, 0, 1);
        desk.onEvent(new ClientEvent.MembersShown(
                ROOM,
                List.of(
                        RecordedDesk.member("Jan", Role.OWNER),
                        RecordedDesk.member("Marek Dvořák", Role.MODERATOR),
                        RecordedDesk.member("Zoë Müller", Role.MEMBER),
                        RecordedDesk.member("דנה לוי", Role.MEMBER))));
        desk.onEvent(new ClientEvent.PageShown(ROOM, said, true));
        desk.onEvent(new ClientEvent.CaughtUp());
        desk.open(ROOM);
        MessageId own = said.stream()
                .filter(ShownEntry::own)
                .map(entry -> Objects.requireNonNull(entry.id()))
                .findFirst()
                .orElseThrow();
        desk.onEvent(new ClientEvent.StateChanged(own, MessageState.READ, ""));
        desk.onEvent(new ClientEvent.TypingShown("Marek Dvořák", ROOM));
        desk.flush();
    }

    private static void know(DeskPresenter desk, Target where, long unread, long mentions) {
        ConversationKind kind = where.isRoom() ? ConversationKind.ROOM : ConversationKind.DIRECT;
        desk.onEvent(new ClientEvent.ConversationChanged(
                where,
                new ConversationState(
                        1,
                        kind,
                        where.address(),
                        where.isRoom() ? "What we build next" : "",
                        where.isRoom() ? "Plans, reviews and releases." : "",
                        RoomAccess.PUBLIC,
                        false,
                        0,
                        0,
                        Role.OWNER,
                        0,
                        4,
                        8,
                        1,
                        0,
                        unread,
                        mentions,
                        NOW_MS,
                        List.of(),
                        0)));
    }

    private static MainPanel panel(Locale locale) {
        Words words = Words.in(locale);
        EmojiStock emoji = SampleEmoji.stock(locale);
        MessageDeck messages = new MessageDeck(new MessageDeck.Parts(
                new MessageWords(words, ZoneOffset.UTC),
                () -> LocalDate.of(2026, 11, 13),
                new EmojiText(emoji::table),
                emoji.pictures(),
                true));
        JComponent connect = new JPanel();
        MainPanel panel = new MainPanel(
                words,
                new MainWindow.Contents(connect, messages, ComposePortraits.bare(locale), new EmojiLine(emoji)),
                id -> new Deed(words.get("command." + id), () -> {}),
                new MainPanel.Callbacks(() -> {}, () -> {}, passphrase -> {}));
        panel.showChat();
        return panel;
    }

    private static DeskPresenter desk(Locale locale, MainPanel panel) {
        Words words = Words.in(locale);
        MemoryLocalStore store = new MemoryLocalStore();
        ServerName server = new ServerName("relay", 1);
        DeviceIdentity identity = new DeviceIdentity(
                server, "Jan", IdentityKeyPair.generate(new Random(2)::nextBytes), () -> 0, new Random(3)::nextBytes);
        try {
            OpenSession session = new OpenSession(
                    server,
                    "Jan",
                    new DeskRig(),
                    new LocalChoices(store, () -> 1_000),
                    new Drafts(store),
                    ProfileKey.look(Path.of("no-such-folder", "profile.key"), new Random(1)::nextBytes),
                    identity,
                    Runnable::run,
                    () -> {});
            DeskPresenter desk = new DeskPresenter(
                    session,
                    new CommandRegistry(Commands.all(), words),
                    panel.views(),
                    Portrait.nothing(Shell.class),
                    words,
                    new Times(ZoneOffset.UTC, words),
                    () -> NOW_MS,
                    new Keeping(Runnable::run, Runnable::run));
            desk.show();
            return desk;
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
    }
}
