package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ClientEvent.VersionsShown.Version;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiTable;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.SampleConversation;
import io.heliograph.client.swing.viewer.ViewerPortraits;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import java.awt.Point;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.JComponent;

/** What can be done with a message. */
public final class ActionPortraits {
    private ActionPortraits() {}

    public static List<Portrait> all() {
        return List.of(
                Portrait.of("forward", ActionPortraits::forward),
                Portrait.of("info", ActionPortraits::info),
                Portrait.of("reactions", ActionPortraits::reactions),
                Portrait.of("message-menu", ActionPortraits::menu),
                Portrait.of("link", locale -> new LinkOpening(ViewerPortraits.ground(locale))
                        .make("https://bench.example.org/run/2481?with=a%20long%20query")
                        .body()));
    }

    private static RecordedDesk desk(Locale locale) {
        Target room = Target.room("platform");
        return new RecordedDesk(locale)
                .connected(false)
                .with("Zoë Müller", PresenceState.AWAY, "")
                .inRoom(
                        room,
                        Role.OWNER,
                        new MemberEntry("Zoë Müller", Role.MEMBER, 0, 9, 9),
                        new MemberEntry("Marek Dvořák", Role.MEMBER, 0, 9, 0));
    }

    private static JComponent forward(Locale locale) {
        ForwardDialog dialog = new ForwardDialog(Words.in(locale), desk(locale).desk());
        dialog.presenter().onMarked("#platform");
        return dialog.dialog().body();
    }

    private static JComponent reactions(Locale locale) {
        FeatureGround ground = ViewerPortraits.ground(locale);
        EmojiTable table = Objects.requireNonNull(ground.emoji().table());
        return new QuickReactions(ground.words(), ground.emoji(), ground.picker(), deck(ground.words()))
                .card(table, emoji -> {}, new Point());
    }

    private static JComponent menu(Locale locale) {
        FeatureGround ground = ViewerPortraits.ground(locale);
        MessageMenu menu = new MessageMenu(
                ground.words(),
                deck(ground.words()),
                id -> new NamedCommand(id, (desk, text) -> {}),
                new LinkOpening(ground));
        return menu.make(desk(locale).desk(), SampleConversation.ofTheDesign().get(2), "https://relay.example");
    }

    private static MessageDeck deck(Words words) {
        return new MessageDeck(new MessageDeck.Parts(
                new MessageWords(words, ZoneOffset.UTC),
                LocalDate::now,
                new EmojiText(() -> null),
                new EmojiPictures(),
                true));
    }

    private static JComponent info(Locale locale) {
        RecordedDesk desk = desk(locale);
        ShownEntry entry = SampleConversation.ofTheDesign().get(2);
        MessageInfo info = new MessageInfo(desk.words(), new MessageWords(desk.words(), ZoneOffset.UTC));
        Target room = Target.room("platform");
        InfoDialog dialog = new InfoDialog(desk.words(), info, desk.desk(), room, entry);
        dialog.onEvent(new ClientEvent.VersionsShown(
                room,
                entry.seq(),
                List.of(
                        new Version(RecordedDesk.NOW_MS, "incident log comming"),
                        new Version(RecordedDesk.NOW_MS, "x"))));
        return dialog.dialog().body();
    }
}
