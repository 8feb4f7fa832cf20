package io.heliograph.client.swing;

import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.messages.MessageDeck;
import java.util.List;

/** What the desktop offers around its conversations; a new feature is named here and nowhere else. */
final class Features {
    private Features() {}

    static List<DeskFeature> all(FeatureGround ground, MessageDeck messages) {
        return List.of();
    }
}
