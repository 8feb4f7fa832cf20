package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BorderLayout;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;

/** Another program's window beside the one that is tested: something to look at instead, and to drag files out of. */
final class Elsewhere implements AutoCloseable {
    private static final Rectangle PLACE = new Rectangle(1_300, 700, 220, 180);

    /** Something that may go wrong. */
    interface Deed {
        void happens() throws Exception;
    }

    private final JFrame frame;
    private final JLabel label;
    private List<Path> files = List.of();

    private Elsewhere(JFrame frame, JLabel label) {
        this.frame = frame;
        this.label = label;
    }

    /** With the focus, when it returns. */
    static Elsewhere open(Window window) throws Exception {
        Elsewhere made = Window.edt(() -> {
            JFrame frame = new JFrame("Elsewhere");
            JLabel label = new JLabel("Files");
            frame.add(label, BorderLayout.CENTER);
            frame.setBounds(PLACE);
            Elsewhere elsewhere = new Elsewhere(frame, label);
            elsewhere.offerFiles();
            frame.setVisible(true);
            frame.toFront();
            return elsewhere;
        });
        window.until("the other window", () -> made.frame.isShowing() && made.frame.isActive());
        return made;
    }

    /** Somebody looks at it while {@code deed} lasts. */
    static void whileThere(Window window, Deed deed) throws Exception {
        try (Elsewhere there = open(window)) {
            deed.happens();
            assertTrue(there.frame.isShowing());
        }
    }

    /** What is dragged out of it from now on; the place on the screen to take it from. */
    Point offer(Path... offered) throws Exception {
        files = List.of(offered);
        return Window.edt(() -> {
            Point corner = label.getLocationOnScreen();
            corner.translate(label.getWidth() / 2, label.getHeight() / 2);
            return corner;
        });
    }

    @Override
    public void close() {
        try {
            SwingUtilities.invokeAndWait(frame::dispose);
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    private void offerFiles() {
        label.setTransferHandler(new TransferHandler() {
            private static final long serialVersionUID = 1L;

            @Override
            public int getSourceActions(JComponent component) {
                return COPY;
            }

            @Override
            protected @Nullable Transferable createTransferable(JComponent component) {
                return new FileList(files);
            }
        });
        label.addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseDragged(MouseEvent event) {
                label.getTransferHandler().exportAsDrag(label, event, TransferHandler.COPY);
            }
        });
    }

    /** What a file manager gives. */
    private record FileList(List<Path> files) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return DataFlavor.javaFileListFlavor.equals(flavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!isDataFlavorSupported(flavor)) {
                throw new UnsupportedFlavorException(flavor);
            }
            return files.stream().map(Path::toFile).toList();
        }
    }
}
