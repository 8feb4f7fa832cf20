package io.heliograph.client.swing.feature;

import io.heliograph.client.swing.emoji.EmojiPicker;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.words.Words;
import java.util.concurrent.Executor;

/**
 * What features are made with.
 *
 * @param worker for what takes long: one thread, first come first served
 * @param events leads back to the event dispatch thread, from any thread
 * @param emoji one table and one set of pictures for all
 */
public record FeatureGround(
        Words words,
        Surface surface,
        Executor worker,
        Executor events,
        Settings settings,
        EmojiStock emoji,
        EmojiPicker picker) {}
