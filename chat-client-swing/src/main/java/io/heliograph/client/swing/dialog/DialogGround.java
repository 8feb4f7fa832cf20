package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.Surface;
import io.heliograph.client.swing.words.Words;
import java.util.concurrent.Executor;

/**
 * What dialogs are made with.
 *
 * @param worker for what takes long
 * @param events leads back to the event dispatch thread, from any thread
 */
public record DialogGround(Words words, Surface surface, Executor worker, Executor events) {
    public static DialogGround of(FeatureGround ground) {
        return new DialogGround(ground.words(), ground.surface(), ground.worker(), ground.events());
    }
}
