package io.heliograph.client.terminal;

import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.FileTransfer;
import java.nio.file.Path;
import java.util.List;

/** What there is to say about files, in lines for people. Safe to show. */
final class FileWording {
    private static final int PERCENT = 100;
    private static final long SECONDS_PER_MINUTE = 60;

    private FileWording() {}

    /** For a state that is worth a line. */
    static String news(FileTransfer file) {
        String name = Wording.safe(file.name());
        String where = Wording.safe(file.where().address());
        String id = TransferList.shortId(file.id());
        return switch (file.state()) {
            case DONE -> file.sending() ? name + " is sent to " + where : name + " is here, verified: " + path(file);
            case FAILED ->
                name + (file.sending() ? " was not sent: " : " was not fetched: ") + Wording.safe(file.reason()) + " ["
                        + id + "]";
            case PAUSED -> name + " is paused: /resume " + id + " goes on";
            case CANCELLED -> name + " is cancelled";
            default ->
                (file.sending() ? "sending " : "fetching ") + name + " (" + ByteCounts.of(file.sizeBytes())
                        + (file.sending() ? ") to " : ") from ") + where + ": /transfers shows how far, /cancel " + id
                        + " stops it";
        };
    }

    /** As {@code /transfers} shows it. */
    static String line(FileTransfer file) {
        String size = file.sizeBytes() < 0 ? "" : " of " + ByteCounts.of(file.sizeBytes());
        String speed = file.bytesPerS() > 0 && !file.state().isAtRest()
                ? ", " + ByteCounts.of(file.bytesPerS()) + "/s" + left(file)
                : "";
        String reason = file.reason().isEmpty() ? "" : ": " + Wording.safe(file.reason());
        String place = file.sending() || file.path() == null ? "" : " -> " + path(file);
        return TransferList.shortId(file.id()) + " " + arrow(file) + " " + Wording.safe(file.name()) + " "
                + Wording.safe(file.where().address()) + " " + file.state().word() + " " + percent(file) + " %" + size
                + speed + place + reason;
    }

    /** For the line above the input; empty while nothing moves. */
    static String status(List<FileTransfer> moving) {
        if (moving.isEmpty()) {
            return "";
        }
        FileTransfer first = moving.get(0);
        if (moving.size() == 1) {
            return " | " + arrow(first) + " " + Wording.safe(first.name()) + " " + percent(first) + " %" + left(first);
        }
        long sizeBytes =
                moving.stream().mapToLong(file -> Math.max(0, file.sizeBytes())).sum();
        long doneBytes = moving.stream().mapToLong(FileTransfer::doneBytes).sum();
        return " | " + moving.size() + " files " + percent(doneBytes, sizeBytes) + " %";
    }

    /** When the user leaves; empty while nothing moves. */
    static String leaving(List<FileTransfer> moving) {
        if (moving.isEmpty()) {
            return "";
        }
        String what = moving.size() == 1 ? "1 file is" : moving.size() + " files are";
        return what + " on the way: the next start goes on where it stopped";
    }

    static String rule(DownloadRule rule) {
        Path folder = rule.folder();
        String where = folder == null ? "" : " to " + Wording.safe(folder.toString());
        String cap = ", up to " + ByteCounts.of(rule.maxBytes()) + " each,";
        return switch (rule.from()) {
            case NOBODY -> "files are fetched" + where + " when you say /get N";
            case VERIFIED -> "files of people you have verified" + cap + " are fetched" + where + " by themselves";
            case EVERYBODY -> "files" + cap + " are fetched" + where + " by themselves";
        };
    }

    private static String path(FileTransfer file) {
        return Wording.safe(String.valueOf(file.path()));
    }

    private static String arrow(FileTransfer file) {
        return file.sending() ? "↑" : "↓";
    }

    private static long percent(FileTransfer file) {
        return percent(file.doneBytes(), file.sizeBytes());
    }

    private static long percent(long doneBytes, long sizeBytes) {
        return sizeBytes <= 0 ? 0 : Math.round(Math.floor(doneBytes * (double) PERCENT / sizeBytes));
    }

    private static String left(FileTransfer file) {
        long seconds = file.secondsLeft();
        if (seconds < 0) {
            return "";
        }
        return seconds < 2 * SECONDS_PER_MINUTE
                ? ", " + seconds + " s left"
                : ", " + seconds / SECONDS_PER_MINUTE + " min left";
    }
}
