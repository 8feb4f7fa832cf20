package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent.VersionsShown.Version;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message said one after the other, as far as the history has it. Thread-safe: pure functions. */
public final class Versions {
    /** Chosen by us: whoever edits without end fills neither the memory nor the window of others. */
    static final int MAX_VERSIONS = 100;

    private Versions() {}

    /**
     * The oldest first, of more than {@value #MAX_VERSIONS} the newest; none for a message that was deleted, was never
     * read or is not there. Of edits counts what the session would count: those of the author alone (protocol.md 8.5).
     */
    public static List<Version> of(List<HistoryEntry> entries, long seq) {
        HistoryEntry message = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.MESSAGE && entry.seq() == seq)
                .findFirst()
                .orElse(null);
        boolean gone = entries.stream()
                .anyMatch(entry -> entry.kind() == EntryKind.DELETE && entry.accepted() && entry.refSeq() == seq);
        if (message == null || gone || !message.accepted() || message.body().isEmpty()) {
            return List.of();
        }
        List<Version> versions = new ArrayList<>();
        add(versions, message.timeMs(), message.body());
        entries.stream()
                .filter(entry -> entry.kind() == EntryKind.EDIT && entry.accepted() && entry.refSeq() == seq)
                .filter(entry -> entry.from().equals(message.from()))
                .sorted(Comparator.comparingLong(HistoryEntry::seq))
                .forEach(entry -> add(versions, entry.timeMs(), entry.body()));
        int from = Math.max(0, versions.size() - MAX_VERSIONS);
        return List.copyOf(versions.subList(from, versions.size()));
    }

    private static void add(List<Version> versions, long timeMs, Bytes body) {
        String text = textOf(body);
        if (text != null) {
            versions.add(new Version(timeMs, text));
        }
    }

    private static @Nullable String textOf(Bytes body) {
        Body.Text said = Texts.text(body);
        Body.File file = said == null ? Texts.file(body) : null;
        return said != null ? said.text() : file == null ? null : file.caption();
    }
}
