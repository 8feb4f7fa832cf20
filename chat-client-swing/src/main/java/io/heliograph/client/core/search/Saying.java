package io.heliograph.client.core.search;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.util.Bytes;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message as it stands now, ready to be searched.
 *
 * <p>Not thread-safe; owned by the {@link SearchIndex}.
 */
final class Saying {
    private static final Pattern LINK =
            Pattern.compile("\\b(https?|ftp|heliograph|mailto)://\\S|\\bwww\\.\\S", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGE = Pattern.compile(".*\\.(png|jpe?g|gif|webp|bmp|tiff?|svg|avif|heic)");

    private final HistoryEntry entry;
    private final String fromKey;
    private final Folding folding;
    private long editSeq;
    private boolean deleted;
    private @Nullable Body body;
    private String text = "";
    private String folded = "";

    Saying(HistoryEntry entry, String fromKey, Folding folding) {
        this.entry = entry;
        this.fromKey = fromKey;
        this.folding = folding;
        this.deleted = entry.body().isEmpty();
        if (entry.accepted() && !deleted) {
            read(entry.body());
        }
    }

    /** An edit or a deletion; of several edits the one with the greatest number counts. */
    void amend(HistoryEntry change) {
        if (change.kind() == EntryKind.DELETE) {
            deleted = true;
            body = null;
            text = "";
            folded = "";
        } else if (change.kind() == EntryKind.EDIT
                && !deleted
                && change.seq() > editSeq
                && change.from().equals(entry.from())
                && !change.body().isEmpty()) {
            editSeq = change.seq();
            read(change.body());
        }
    }

    /** Whether there is something to be found. */
    boolean isThere() {
        return body != null;
    }

    HistoryEntry entry() {
        return entry;
    }

    Target where() {
        return entry.where();
    }

    /** Equal for two names that the relay takes for the same. */
    String fromKey() {
        return fromKey;
    }

    String text() {
        return text;
    }

    String folded() {
        return folded;
    }

    boolean hasFile() {
        return body instanceof Body.File;
    }

    boolean hasImage() {
        return body instanceof Body.File file
                && (!file.thumbnail().isEmpty()
                        || IMAGE.matcher(file.name().toLowerCase(Locale.ROOT)).matches());
    }

    boolean hasLink() {
        return LINK.matcher(text).find();
    }

    private void read(Bytes octets) {
        body = decode(octets);
        if (body instanceof Body.Text said) {
            text = said.text();
        } else if (body instanceof Body.File file) {
            text = file.caption().isEmpty() ? file.name() : file.name() + "\n" + file.caption();
        } else {
            body = null;
            text = "";
        }
        folded = folding.fold(text);
    }

    private static @Nullable Body decode(Bytes octets) {
        try {
            return MessageCodec.decodeBody(octets);
        } catch (MalformedException e) {
            return null; // nothing that could be shown, so nothing that could be found
        }
    }
}
