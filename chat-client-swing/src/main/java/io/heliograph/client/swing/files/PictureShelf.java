package io.heliograph.client.swing.files;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.images.PictureReading;
import io.heliograph.client.swing.messages.FilePictures;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    private final Supplier<TransferBook> transfers;
    private final TransferWording wording;
    private final Executor worker;
    private final Executor events;
    private final Consumer<Bytes> news;
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
            Supplier<TransferBook> transfers,
            TransferWording wording,
            Executor worker,
            Executor events,
            Consumer<Bytes> news) {
        this.transfers = transfers;
        this.wording = wording;
        this.worker = worker;
        this.events = events;
        this.news = news;
    }

    @Override
    public @Nullable BufferedImage thumbnail(ShownEntry entry) {
        FileInfo file = entry.file();
        if (file == null) {
            return null;
        }
        BufferedImage ready = kept.get(file.blob());
        if (ready == null && !file.thumbnail().isEmpty()) {
            read(file.blob(), () -> PictureReading.of(file.thumbnail().toArray(), MAX_SIDE));
        }
        return ready == null ? ownFile(entry, file) : ready;
    }

    /** What is being sent is here: it can be shown before there is a small one of it. */
    private @Nullable BufferedImage ownFile(ShownEntry entry, FileInfo file) {
        MessageId id = entry.id();
        if (!entry.own() || id == null) {
            return null;
        }
        BufferedImage ready = kept.get(id.octets());
        FileTransfer transfer = transfers.get().find(id);
        Path path = transfer == null ? null : transfer.path();
        if (ready == null && path != null && PictureNames.isPicture(file.name())) {
            read(id.octets(), () -> PictureReading.of(path, MAX_SIDE));
        }
        return ready;
    }

    private void read(Bytes name, Supplier<@Nullable BufferedImage> reading) {
        if (asked.add(name)) {
            worker.execute(() -> {
                BufferedImage read = reading.get();
                events.execute(() -> onRead(name, read));
            });
        }
    }

    @Override
    public Progress progress(ShownEntry entry) {
        FileTransfer transfer = transfers.get().of(entry);
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

    private void onRead(Bytes name, @Nullable BufferedImage picture) {
        if (picture != null) {
            kept.put(name, picture);
            asked.remove(name); // when it has made room for others it is read again
            news.accept(name);
        }
    }
}
