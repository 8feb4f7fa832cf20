package io.heliograph.client.swing.files;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.awt.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** All files on their way and the last that have ended, with what can be done about each. */
final class TransfersDialog {
    private final Words words;
    private final Supplier<TransferBook> transfers;
    private final TransferWording wording;
    private final FileOpening opening;
    private final RowList rows;
    private final JButton pause;
    private final JButton cancel;
    private final JButton open;
    private final JButton folder;
    private final DeskDialog dialog;
    private @Nullable Desk desk;

    TransfersDialog(Words words, Supplier<TransferBook> transfers, TransferWording wording, FileOpening opening) {
        this.words = words;
        this.transfers = transfers;
        this.wording = wording;
        this.opening = opening;
        rows = new RowList("transfers.rows", words.get("command.transfers"), "chat");
        rows.setEmpty(words.get("transfers.none"));
        JPanel content = new JPanel(new MigLayout("insets 0, fill", "[grow,fill,480::]", "[grow,fill]"));
        content.setOpaque(false);
        content.add(rows.component(), "h 200:300:, grow");
        pause = Buttons.plain("transfers.pause", words.get("transfer.pause"), this::onPause);
        cancel = Buttons.plain("transfers.cancel", words.get("transfer.cancel"), this::onCancel);
        open = Buttons.plain("transfers.open", words.get("command.open-file"), () -> onOpen(false));
        folder = Buttons.plain("transfers.folder", words.get("command.show-file"), () -> onOpen(true));
        dialog = new DeskDialog("transfers", words.get("command.transfers"), content);
        dialog.leading(pause).leading(cancel).leading(open).leading(folder);
        dialog.standard(Buttons.primary("transfers.close", words.get("dialog.ok"), dialog::close));
        rows.onSelected(this::enable);
        rows.onOpen(row -> onOpen(false));
        refresh();
    }

    void show(Window owner, Desk open) {
        desk = open;
        refresh();
        dialog.show(owner);
    }

    DeskDialog dialog() {
        return dialog;
    }

    void refresh() {
        List<ListRow> shown = new ArrayList<>();
        for (FileTransfer file : transfers.get().all()) {
            shown.add(row(file));
        }
        rows.show(shown);
        if (rows.selected() == null && !shown.isEmpty()) {
            rows.select(shown.get(0).key());
        }
        enable();
    }

    private ListRow row(FileTransfer file) {
        boolean failed = file.state() == FileState.FAILED;
        String icon = failed ? "circle-alert" : file.sending() ? "upload" : "download";
        ListRow row = ListRow.of(
                file.id().toHex(),
                ListRow.Picture.icon(icon, failed ? "danger" : "accent"),
                SafeText.excerpt(file.name(), 60) + " · "
                        + SafeText.excerpt(file.where().name(), 30),
                wording.line(file));
        return TransferWording.isMoving(file) ? row.withTrailing(TransferWording.percent(file) + " %") : row;
    }

    private @Nullable FileTransfer selected() {
        ListRow row = rows.selected();
        return transfers.get().all().stream()
                .filter(file -> row != null && file.id().toHex().equals(row.key()))
                .findFirst()
                .orElse(null);
    }

    private void enable() {
        FileTransfer file = selected();
        boolean over = file == null || file.state() == FileState.DONE || file.state() == FileState.CANCELLED;
        boolean rests = file != null && file.state().isAtRest();
        pause.setText(words.get(rests ? "transfer.resume" : "transfer.pause"));
        pause.setEnabled(!over);
        cancel.setEnabled(!over);
        boolean here = file != null && file.path() != null && (file.sending() || file.state() == FileState.DONE);
        open.setEnabled(here);
        folder.setEnabled(here);
    }

    private void onPause() {
        FileTransfer file = selected();
        if (file != null && desk != null) {
            desk.submit(FilesFeature.goOnOrRest(file));
        }
    }

    private void onCancel() {
        FileTransfer file = selected();
        if (file != null && desk != null) {
            desk.submit(new ClientCommand.Cancel(file.id()));
        }
    }

    private void onOpen(boolean inFolder) {
        FileTransfer file = selected();
        Path path = file == null ? null : file.path();
        if (path != null && inFolder) {
            opening.showInFolder(path);
        } else if (path != null) {
            opening.open(path);
        }
    }
}
