package io.heliograph.client.swing.files;

import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.swing.messages.SizeWords;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** How far a file has come, in words. Safe to show. Pure functions of what they are given. */
final class TransferWording {
    private static final int PERCENT = 100;
    private static final long SECONDS_PER_MINUTE = 60;

    private final Words words;

    TransferWording(Words words) {
        this.words = words;
    }

    /** For the card of a message, behind the size. */
    String card(FileTransfer file) {
        List<String> parts = new ArrayList<>();
        parts.add(state(file));
        if (isMoving(file)) {
            parts.add(percent(file) + " %");
            pace(file, parts);
        }
        return String.join(" · ", parts);
    }

    /** For the list of all files: with the size. */
    String line(FileTransfer file) {
        List<String> parts = new ArrayList<>();
        parts.add(state(file));
        if (file.sizeBytes() >= 0) {
            String size = SizeWords.of(file.sizeBytes());
            boolean part = !file.state().isOver();
            parts.add(part ? words.get("transfer.of", SizeWords.of(file.doneBytes()), size) : size);
        }
        if (isMoving(file)) {
            pace(file, parts);
        }
        if (!file.reason().isEmpty()) {
            parts.add(SafeText.line(file.reason()));
        }
        return String.join(" · ", parts);
    }

    String state(FileTransfer file) {
        boolean sent = file.sending() && file.state() == FileState.DONE;
        return words.get(sent ? "transfer.sent" : "transfer." + file.state().word());
    }

    static boolean isMoving(FileTransfer file) {
        return !file.state().isAtRest() && file.state() != FileState.QUEUED && file.state() != FileState.WAITING;
    }

    static long percent(FileTransfer file) {
        return file.sizeBytes() <= 0 ? 0 : Math.min(PERCENT, file.doneBytes() * PERCENT / file.sizeBytes());
    }

    private void pace(FileTransfer file, List<String> parts) {
        if (file.bytesPerS() > 0) {
            parts.add(words.get("transfer.speed", SizeWords.of(file.bytesPerS())));
        }
        if (file.secondsLeft() >= 0) {
            long seconds = file.secondsLeft();
            boolean soon = seconds < 2 * SECONDS_PER_MINUTE;
            parts.add(words.get(
                    soon ? "transfer.secondsLeft" : "transfer.minutesLeft",
                    soon ? seconds : seconds / SECONDS_PER_MINUTE));
        }
    }
}
