package io.heliograph.client.swing.files;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageListListener;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.viewer.Shown;
import io.heliograph.client.swing.viewer.ViewerDialog;
import io.heliograph.common.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Files in messages: small pictures, cards that show how far one has come, and the dialogs of all that is on its way.
 *
 * <p>Event dispatch thread only.
 */
public final class FilesFeature implements DeskFeature, MessageListListener {
    private final FeatureGround ground;
    private final TransferBook transfers = new TransferBook();
    private final TransferWording wording;
    private final PictureShelf pictures;
    private final MessageDeck deck;
    private final FileOpening opening;
    private @Nullable Desk desk;
    private @Nullable TransfersDialog transfersDialog;
    private @Nullable OutboxDialog outboxDialog;
    private boolean changed;

    public FilesFeature(FeatureGround ground, MessageDeck deck) {
        this.ground = ground;
        this.deck = deck;
        this.wording = new TransferWording(ground.words());
        this.opening = new FileOpening(ground.worker());
        this.pictures = new PictureShelf(transfers, wording, ground.worker(), ground.events(), deck::fileChanged);
        deck.setFilePictures(pictures);
        deck.addMessageListListener(this);
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("transfers", (open, argument) -> showTransfers(open)),
                new NamedCommand("outbox", (open, argument) -> showOutbox(open)),
                new NamedCommand("get", (open, argument) -> withFile(open, entry -> get(open, entry))),
                new NamedCommand("open-file", (open, argument) -> withFile(open, this::fileOpened)),
                new NamedCommand("show-file", (open, argument) -> withFile(open, this::showInFolder)));
    }

    @Override
    public void begin(Desk begun) {
        desk = begun;
        transfers.clear();
    }

    @Override
    public void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.FileProgress progress) {
            FileTransfer file = progress.file();
            transfers.put(file);
            changed = true;
            if (!file.sending()) {
                deck.fileChanged(file.id().octets());
            }
            tell(file);
        } else if (event instanceof ClientEvent.StateChanged || event instanceof ClientEvent.EntryPlaced) {
            changed = true;
        }
    }

    @Override
    public void onBurst() {
        if (changed) {
            changed = false;
            if (transfersDialog != null) {
                transfersDialog.refresh();
            }
            if (outboxDialog != null) {
                outboxDialog.refresh();
            }
        }
    }

    /** A press on a picture shows it; on a card it does what comes next. */
    @Override
    public void fileOpened(ShownEntry entry) {
        Desk open = desk;
        FileInfo file = entry.file();
        if (open == null || file == null) {
            return;
        }
        FileTransfer transfer = transfers.of(entry);
        Path path = transfer == null || transfer.state() != FileState.DONE ? null : transfer.path();
        if (isPicture(file) && (path != null || pictures.thumbnail(file) != null)) {
            view(open, entry);
        } else if (path != null) {
            opening.open(path);
        } else if (transfer == null) {
            get(open, entry);
        } else if (transfer.state().isAtRest()) {
            open.submit(new ClientCommand.ResumeFile(transfer.id()));
        } else {
            open.submit(new ClientCommand.PauseFile(transfer.id()));
        }
    }

    private void get(Desk open, ShownEntry entry) {
        Target here = open.current();
        FileTransfer transfer = transfers.of(entry);
        if (here != null && entry.seq() > 0 && (transfer == null || transfer.state() != FileState.DONE)) {
            open.submit(new ClientCommand.FetchFile(here, entry.seq(), null));
        }
    }

    private void showInFolder(ShownEntry entry) {
        FileTransfer transfer = transfers.of(entry);
        Path path = transfer == null ? null : transfer.path();
        if (path == null) {
            complain("file.notHere");
        } else {
            opening.showInFolder(path);
        }
    }

    /** All pictures of the open conversation, beginning at one. */
    private void view(Desk open, ShownEntry first) {
        Target here = open.current();
        Place place = here == null ? null : open.model().find(here);
        if (place == null) {
            return;
        }
        List<Shown> all = new ArrayList<>();
        int at = 0;
        for (int index = 0; index < place.lines().size(); index++) {
            ShownEntry entry = place.lines().entry(index);
            FileInfo file = entry == null || entry.deleted() ? null : entry.file();
            if (entry != null && file != null && isPicture(file)) {
                at = entry.seq() == first.seq() ? all.size() : at;
                all.add(new Shown(
                        SafeText.line(file.name()),
                        file.sizeBytes(),
                        file.thumbnail(),
                        () -> fileOf(entry),
                        () -> get(open, entry)));
            }
        }
        if (!all.isEmpty()) {
            new ViewerDialog(ground, all, at).show();
        }
    }

    private @Nullable Path fileOf(ShownEntry entry) {
        FileTransfer transfer = transfers.of(entry);
        return transfer == null || transfer.state() != FileState.DONE ? null : transfer.path();
    }

    private static boolean isPicture(FileInfo file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)");
    }

    private void showTransfers(Desk open) {
        if (transfersDialog == null) {
            transfersDialog = new TransfersDialog(ground.words(), transfers, wording, opening);
        }
        transfersDialog.show(ground.surface().frame(), open);
    }

    private void showOutbox(Desk open) {
        outboxDialog = new OutboxDialog(ground.words(), open);
        outboxDialog.show(ground.surface().frame());
    }

    private void withFile(Desk open, Consumer<ShownEntry> deed) {
        ShownEntry selected = open.selected();
        Target here = open.current();
        ShownEntry last =
                here == null ? null : open.model().place(here).last(entry -> entry.file() != null && !entry.deleted());
        ShownEntry meant = selected == null || selected.file() == null ? last : selected;
        if (meant == null) {
            complain("file.none");
        } else {
            deed.accept(meant);
        }
    }

    /** What ends while nobody looks. */
    private void tell(FileTransfer file) {
        Desk open = desk;
        if (open != null && file.state() == FileState.FAILED) {
            open.complain(
                    ground.words().get("file.failed", SafeText.excerpt(file.name(), 60), SafeText.line(file.reason())));
        }
    }

    private void complain(String key) {
        Desk open = Objects.requireNonNull(desk);
        open.complain(ground.words().get(key));
    }
}
