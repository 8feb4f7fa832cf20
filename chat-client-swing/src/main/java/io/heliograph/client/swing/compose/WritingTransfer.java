package io.heliograph.client.swing.compose;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.TransferHandler;
import javax.swing.text.JTextComponent;

/** What the clipboard and dropping bring to the field: files, a picture, or plain text; and plain text out of it. */
final class WritingTransfer extends TransferHandler {
    private static final long serialVersionUID = 1L;

    private final WritingPane pane;
    private final transient Intake intake;

    WritingTransfer(WritingPane pane, Intake intake) {
        this.pane = pane;
        this.intake = intake;
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return pane.isEnabled()
                && (support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)
                        || support.isDataFlavorSupported(DataFlavor.stringFlavor)
                        || (!support.isDrop() && support.isDataFlavorSupported(DataFlavor.imageFlavor)));
    }

    @Override
    public boolean importData(TransferSupport support) {
        if (!canImport(support)) {
            return false;
        }
        try {
            if (support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
                intake.onFiles(files(support.getTransferable()));
            } else if (support.isDataFlavorSupported(DataFlavor.stringFlavor)) {
                insert(support, (String) support.getTransferable().getTransferData(DataFlavor.stringFlavor));
            } else {
                intake.onPicture();
            }
            return true;
        } catch (UnsupportedFlavorException | IOException e) {
            return false; // it was there and is gone: who copied it has ended
        }
    }

    /** What a file manager gives. */
    static List<Path> files(Transferable from) throws UnsupportedFlavorException, IOException {
        List<?> files = (List<?>) from.getTransferData(DataFlavor.javaFileListFlavor);
        return files.stream()
                .filter(File.class::isInstance)
                .map(file -> ((File) file).toPath())
                .toList();
    }

    private void insert(TransferSupport support, String text) {
        if (support.isDrop() && support.getDropLocation() instanceof JTextComponent.DropLocation at) {
            pane.setCaretPosition(at.getIndex());
        }
        pane.replaceSelection(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    @Override
    public int getSourceActions(JComponent component) {
        return COPY_OR_MOVE;
    }

    @Override
    protected Transferable createTransferable(JComponent component) {
        String selected = pane.getText().substring(pane.getSelectionStart(), pane.getSelectionEnd());
        return new StringSelection(selected);
    }

    @Override
    protected void exportDone(JComponent component, Transferable data, int action) {
        if (action == MOVE) {
            pane.replaceSelection("");
        }
    }
}
