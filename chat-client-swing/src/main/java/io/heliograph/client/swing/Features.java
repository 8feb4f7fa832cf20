package io.heliograph.client.swing;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.swing.actions.MessageFeature;
import io.heliograph.client.swing.actions.ReadingFeature;
import io.heliograph.client.swing.admin.AdminFeature;
import io.heliograph.client.swing.command.Commands;
import io.heliograph.client.swing.compose.ComposeFeature;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.files.FilesFeature;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.netcheck.NetcheckFeature;
import io.heliograph.client.swing.notify.NotifyFeature;
import io.heliograph.client.swing.people.PeopleFeature;
import io.heliograph.client.swing.prefs.PrefsFeature;
import io.heliograph.client.swing.rooms.RoomsFeature;
import io.heliograph.client.swing.search.DateFeature;
import io.heliograph.client.swing.search.SearchFeature;
import io.heliograph.client.swing.sending.SendingFeature;
import io.heliograph.client.swing.start.StartFeature;
import io.heliograph.client.swing.trust.TrustFeature;
import java.util.List;
import java.util.function.Consumer;

/** What the desktop offers around its conversations; a new feature is named here and nowhere else. */
final class Features {
    private Features() {}

    /** {@code bus} is the address of the session's bus, empty for none; {@code doctor} checks the way to a server. */
    static List<DeskFeature> all(
            FeatureGround ground,
            MessageDeck messages,
            SendingFeature sending,
            String bus,
            Consumer<ServerName> doctor) {
        TrustFeature trust = new TrustFeature(ground);
        MessageFeature talk = new MessageFeature(ground, messages, Commands.all());
        FilesFeature files = new FilesFeature(ground, messages);
        talk.add(files);
        RoomsFeature rooms = new RoomsFeature(ground);
        return List.of(
                // One to a line, so that each comes and goes by itself.
                talk,
                new ComposeFeature(), //
                sending,
                rooms,
                new StartFeature(ground, rooms::browse, rooms::make),
                new PeopleFeature(ground, trust::verify),
                trust,
                new AdminFeature(ground), //
                files,
                new SearchFeature(ground, messages), //
                new DateFeature(ground), //
                new ReadingFeature(messages), //
                new NotifyFeature(ground, bus), //
                new NetcheckFeature(doctor),
                new PrefsFeature(ground));
    }
}
