package io.heliograph.client.terminal;

import io.heliograph.client.core.profile.TypedLines;
import java.io.IOException;
import java.time.Instant;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line editor's memory, sealed in the profile instead of a file of its own.
 *
 * <p>Used by the thread that reads.
 */
final class KeptHistory extends DefaultHistory {
    private static final Logger LOG = LoggerFactory.getLogger(KeptHistory.class);

    private final TypedLines kept;
    private final boolean restored;

    KeptHistory(LineReader reader, TypedLines kept) {
        super(reader);
        this.kept = kept;
        kept.all().forEach(line -> super.internalAdd(Instant.EPOCH, line, false));
        this.restored = true;
    }

    @Override
    protected void internalAdd(Instant time, String line, boolean checkDuplicates) {
        super.internalAdd(time, line, checkDuplicates);
        if (restored) {
            try {
                kept.add(line);
            } catch (IOException e) {
                LOG.warn("what was typed cannot be kept: {}", e.getClass().getSimpleName());
            }
        }
    }
}
