package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.swing.actions.ActionPortraits;
import io.heliograph.client.swing.admin.AdminPortraits;
import io.heliograph.client.swing.command.Commands;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.compose.ComposePortraits;
import io.heliograph.client.swing.connect.ConnectPortraits;
import io.heliograph.client.swing.dialog.DialogPortraits;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.Studio;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiPortraits;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.files.FilesPortraits;
import io.heliograph.client.swing.keys.KeyPortraits;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.netcheck.NetworkPortraits;
import io.heliograph.client.swing.notify.NotifyPortraits;
import io.heliograph.client.swing.people.PeoplePortraits;
import io.heliograph.client.swing.prefs.PrefsPortraits;
import io.heliograph.client.swing.rooms.RoomPortraits;
import io.heliograph.client.swing.search.SearchPortraits;
import io.heliograph.client.swing.sending.SendingFeature;
import io.heliograph.client.swing.sending.SendingPortraits;
import io.heliograph.client.swing.shell.WindowPortraits;
import io.heliograph.client.swing.start.StartPortraits;
import io.heliograph.client.swing.trust.TrustPortraits;
import io.heliograph.client.swing.viewer.ViewerPortraits;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything the desktop shows, painted in every look and language; the pictures are kept. */
class PortraitsTest {
    private static final int FEWEST = 700;

    @Test
    void everythingFitsIsNamedAndCanBeReadInEveryLookAndLanguage() throws InterruptedException, IOException {
        Studio studio = new Studio();
        List<Portrait> all = Stream.of(
                        WindowPortraits.all(),
                        WindowPortraits.fleeting(),
                        ConnectPortraits.all(),
                        ComposePortraits.all(),
                        EmojiPortraits.all(),
                        SendingPortraits.all(),
                        ActionPortraits.all(),
                        RoomPortraits.all(),
                        StartPortraits.all(),
                        PeoplePortraits.all(),
                        TrustPortraits.all(),
                        FilesPortraits.all(),
                        ViewerPortraits.all(),
                        SearchPortraits.all(),
                        PrefsPortraits.all(),
                        KeyPortraits.all(PortraitsTest::commands),
                        AdminPortraits.all(),
                        DialogPortraits.all(),
                        NetworkPortraits.all(),
                        NotifyPortraits.all())
                .flatMap(List::stream)
                .toList();
        assertEquals("", String.join("\n", studio.take(all)));
        assertTrue(studio.count() >= FEWEST, "only " + studio.count());
    }

    private static List<DeskCommand> commands(Locale locale) {
        FeatureGround ground = ViewerPortraits.ground(locale);
        MessageDeck messages = new MessageDeck(new MessageDeck.Parts(
                new MessageWords(ground.words(), ZoneOffset.UTC),
                LocalDate::now,
                new EmojiText(() -> null),
                new EmojiPictures(),
                true));
        List<DeskCommand> all = new ArrayList<>(Commands.all());
        Features.all(ground, messages, new SendingFeature(ground), "", server -> {})
                .forEach(feature -> all.addAll(feature.commands()));
        return all;
    }
}
