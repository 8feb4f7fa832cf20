package io.heliograph.client.swing.files;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.actions.MessageExtras;
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
import io.heliograph.common.message.MessageId;
import io.heliograph.common.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files in messages: small pictures, cards that show how far one has come, and the dialogs of all that is on its way.
 *
 * <p>Event dispatch thread only.
 */
public final class FilesFeature implements DeskFeature, MessageListListener, MessageExtras {
    private static final TransferBook NONE = new TransferBook();

    private final FeatureGround ground;
    /** Of each session, so that none is forgotten while the window shows another. */
    private final Map<Desk, TransferBook> books = new HashMap<>();

    private final TransferWording wording;
    private final PictureShelf pictures;
    private final MessageDeck deck;
    private final FileOpening opening;
    private final DeskCommand get = new NamedCommand("get", (open, none) -> withFile(open, entry -> get(open, entry)));
    private final DeskCommand openFile =
            new NamedCommand("open-file", (open, none) -> withFile(open, this::fileOpened));
    private final DeskCommand showFile =
            new NamedCommand("show-file", (open, none) -> withFile(open, this::showInFolder));
    private final DeskCommand pause = onTransfer("pause-file", ClientCommand.PauseFile::new);
    private final DeskCommand resume = onTransfer("resume-file", ClientCommand.ResumeFile::new);
    private final DeskCommand cancel = onTransfer("cancel-file", ClientCommand.Cancel::new);
    private final List<ViewerDialog> viewers = new ArrayList<>();
    private @Nullable Desk desk;
    private @Nullable TransfersDialog transfersDialog;
    private @Nullable OutboxDialog outboxDialog;
    private boolean changed;

    public FilesFeature(FeatureGround ground, MessageDeck deck) {
        this.ground = ground;
        this.deck = deck;
        this.wording = new TransferWording(ground.words());
        this.opening = new FileOpening(ground.worker());
        this.pictures = new PictureShelf(this::transfers, wording, ground.worker(), ground.events(), deck::fileChanged);
        deck.setFilePictures(pictures);
        deck.addMessageListListener(this);
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("transfers", (open, argument) -> showTransfers(open)),
                new NamedCommand("outbox", (open, argument) -> showOutbox(open)),
                get,
                openFile,
                showFile,
                pause,
                resume,
                cancel);
    }

    @Override
    public List<DeskCommand> fitting(ShownEntry entry) {
        if (entry.file() == null || entry.deleted()) {
            return List.of();
        }
        FileTransfer transfer = transfers().of(entry);
        FileState state = transfer == null ? null : transfer.state();
        if (transfer == null || state == null || state == FileState.CANCELLED) {
            return entry.seq() > 0 ? List.of(get) : List.of();
        } else if (state == FileState.DONE) {
            return List.of(openFile, showFile);
        }
        DeskCommand either = state.isAtRest() ? resume : pause;
        return transfer.sending() ? List.of(either, cancel, showFile) : List.of(either, cancel);
    }

    @Override
    public void begin(Desk begun) {
        desk = begun;
        changed = true;
        deck.relayout(); // what is on its way was told before
    }

    @Override
    public void onEventOf(Desk of, ClientEvent event) {
        if (event instanceof ClientEvent.FileProgress progress) {
            books.computeIfAbsent(of, missing -> new TransferBook()).put(progress.file());
        }
    }

    @Override
    public void onGone(Desk gone) {
        books.remove(gone);
    }

    @Override
    public void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.FileProgress progress) {
            FileTransfer file = progress.file();
            changed = true;
            deck.fileChanged(file.id().octets());
            viewers.removeIf(viewer -> !viewer.isOpen());
            viewers.forEach(ViewerDialog::filesChanged);
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
        FileTransfer transfer = transfers().of(entry);
        Path path = transfer == null || transfer.state() != FileState.DONE ? null : transfer.path();
        if (transfer != null && !transfer.state().isOver()) {
            open.submit(goOnOrRest(transfer));
        } else if (PictureNames.isPicture(file.name()) && (path != null || pictures.thumbnail(entry) != null)) {
            view(open, entry);
        } else if (path != null) {
            opening.open(path);
        } else {
            get(open, entry);
        }
    }

    static ClientCommand goOnOrRest(FileTransfer transfer) {
        return transfer.state().isAtRest()
                ? new ClientCommand.ResumeFile(transfer.id())
                : new ClientCommand.PauseFile(transfer.id());
    }

    private void get(Desk open, ShownEntry entry) {
        Target here = open.current();
        FileTransfer transfer = transfers().of(entry);
        if (transfer != null && transfer.state() == FileState.FAILED) {
            open.submit(new ClientCommand.ResumeFile(transfer.id()));
            return;
        }
        if (here != null && entry.seq() > 0 && (transfer == null || transfer.state() != FileState.DONE)) {
            open.submit(new ClientCommand.FetchFile(here, entry.seq(), null));
        }
    }

    private void showInFolder(ShownEntry entry) {
        FileTransfer transfer = transfers().of(entry);
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
            if (entry != null && file != null && PictureNames.isPicture(file.name())) {
                at = entry.seq() == first.seq() ? all.size() : at;
                all.add(new Shown(
                        SafeText.line(file.name()),
                        file.sizeBytes(),
                        file.thumbnail(),
                        () -> kept(entry),
                        () -> get(open, entry)));
            }
        }
        if (!all.isEmpty()) {
            ViewerDialog viewer = new ViewerDialog(ground, all, at);
            viewers.add(viewer);
            viewer.show();
        }
    }

    @Override
    public @Nullable Path kept(ShownEntry entry) {
        FileTransfer transfer = transfers().of(entry);
        return transfer == null || transfer.state() != FileState.DONE ? null : transfer.path();
    }

    private void showTransfers(Desk open) {
        if (transfersDialog == null) {
            transfersDialog = new TransfersDialog(ground.words(), this::transfers, wording, opening);
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

    /** Acts on what brings or sends the file of the message that is meant. */
    private DeskCommand onTransfer(String id, Function<MessageId, ClientCommand> deed) {
        return new NamedCommand(
                id,
                (open, none) -> withFile(open, entry -> {
                    FileTransfer transfer = transfers().of(entry);
                    if (transfer == null
                            || transfer.state() == FileState.DONE
                            || transfer.state() == FileState.CANCELLED) {
                        complain("file.atRest");
                    } else {
                        open.submit(deed.apply(transfer.id()));
                    }
                }));
    }

    /** Of the session that is shown. */
    private TransferBook transfers() {
        TransferBook known = desk == null ? null : books.get(desk);
        return known == null ? NONE : known;
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
