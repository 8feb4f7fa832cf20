package io.heliograph.client.swing.files;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.swing.images.PictureReading;
import io.heliograph.client.swing.messages.FilePictures;
import io.heliograph.common.util.Bytes;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The small pictures of files, decoded when they are first wanted, away from the event thread.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class PictureShelf implements FilePictures {
    /** Chosen by us: some 100 MB at worst, of pictures that were looked at last. */
    private static final int MAX_KEPT = 150;

    private static final int MAX_SIDE = 400;

    private final TransferBook transfers;
    private final TransferWording wording;
    private final Executor worker;
    private final Executor events;
    private final Consumer<FileInfo> news;
    private final Map<Bytes, BufferedImage> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, BufferedImage> eldest) {
            return size() > MAX_KEPT;
        }
    };
    private final Set<Bytes> asked = new HashSet<>();

    /** {@code news} hears of files that look otherwise now. */
    PictureShelf(
            TransferBook transfers,
            TransferWording wording,
            Executor worker,
            Executor events,
            Consumer<FileInfo> news) {
        this.transfers = transfers;
        this.wording = wording;
        this.worker = worker;
        this.events = events;
        this.news = news;
    }

    @Override
    public @Nullable BufferedImage thumbnail(FileInfo file) {
        BufferedImage ready = kept.get(file.blob());
        if (ready == null && !file.thumbnail().isEmpty() && asked.add(file.blob())) {
            worker.execute(() -> {
                BufferedImage read = PictureReading.of(file.thumbnail().toArray(), MAX_SIDE);
                events.execute(() -> onRead(file, read));
            });
        }
        return ready;
    }

    @Override
    public Progress progress(FileInfo file) {
        FileTransfer transfer = transfers.fetching(file);
        if (transfer == null) {
            return new Progress("", -1, "download");
        }
        float part = TransferWording.isMoving(transfer) || transfer.state() == FileState.PAUSED
                ? TransferWording.percent(transfer) / 100f
                : -1;
        String icon =
                switch (transfer.state()) {
                    case DONE -> "file-text";
                    case PAUSED -> "play";
                    case FAILED, CANCELLED -> "rotate-ccw";
                    default -> "pause";
                };
        return new Progress(wording.card(transfer), part, icon);
    }

    private void onRead(FileInfo file, @Nullable BufferedImage picture) {
        if (picture != null) {
            kept.put(file.blob(), picture);
            asked.remove(file.blob()); // when it has made room for others it is read again
            news.accept(file);
        }
    }
}
