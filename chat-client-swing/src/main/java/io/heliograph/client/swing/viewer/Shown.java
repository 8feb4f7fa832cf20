package io.heliograph.client.swing.viewer;

import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A picture to look at.
 *
 * @param thumbnail the small one that came with the message
 * @param file asked each time: where the whole one is; null while it is not here
 * @param fetch has it brought here
 */
public record Shown(String name, long sizeBytes, Bytes thumbnail, Supplier<@Nullable Path> file, Runnable fetch) {}
