package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.compose.Intake;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.dnd.DropTargetEvent;
import java.awt.dnd.InvalidDnDOperationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TooManyListenersException;
import java.util.function.Supplier;
import javax.swing.DropMode;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Takes files that are dropped: onto a row of the list for that conversation or person, anywhere else for the open
 * one. While they hover, the place is marked and named. Event dispatch thread only.
 */
final class FileDrops {
    private static final int NAME_CHARS = 40;

    private final Words words;
    private final Supplier<@Nullable Target> current;
    private final Intake intake;
    private final DropMark mark = new DropMark();

    FileDrops(Words words, Supplier<@Nullable Target> current, Intake intake) {
        this.words = words;
        this.current = current;
        this.intake = intake;
    }

    /** Where files would fall: for whom, and which part of the component shows it. */
    record Place(Target where, JComponent shownOn, Rectangle area) {}

    /** {@code whole} is everything; {@code talk} is marked for what falls beside the rows of {@code list}. */
    void install(JComponent whole, JComponent talk, JComponent list) {
        hear(whole, new Handler(list, talk));
        if (list instanceof JList<?> rows) {
            rows.setDropMode(DropMode.ON); // else the selection would follow the pointer
        }
        hear(list, new Handler(list, talk));
    }

    private void hear(JComponent component, TransferHandler handler) {
        component.setTransferHandler(handler);
        DropTarget target = component.getDropTarget();
        try {
            if (target != null) {
                target.addDropTargetListener(new DropTargetAdapter() {
                    @Override
                    public void dragExit(DropTargetEvent event) {
                        mark.hideMark();
                    }

                    @Override
                    public void drop(DropTargetDropEvent event) {
                        mark.hideMark();
                    }
                });
            }
        } catch (TooManyListenersException e) {
            throw new IllegalStateException(e); // the targets of Swing take several
        }
    }

    /** Null where nothing may fall. */
    @Nullable
    Place placeAt(JComponent over, Point point, JComponent list, JComponent talk) {
        if (over == list && list instanceof JList<?> rows) {
            int index = rows.locationToIndex(point);
            Rectangle cell = index < 0 ? null : rows.getCellBounds(index, index);
            if (cell != null
                    && cell.contains(point)
                    && rows.getModel().getElementAt(index) instanceof ConversationRow row) {
                return new Place(row.where(), list, cell);
            }
        }
        Target here = current.get();
        return here == null ? null : new Place(here, talk, new Rectangle(talk.getSize()));
    }

    private void show(Place place, int count) {
        JRootPane root = SwingUtilities.getRootPane(place.shownOn());
        if (root != null) {
            String name = SafeText.excerpt(place.where().address(), NAME_CHARS);
            Rectangle area = SwingUtilities.convertRectangle(place.shownOn(), place.area(), root.getLayeredPane());
            mark.show(root, area, words.get("send.title", count, name));
        }
    }

    private final class Handler extends TransferHandler {
        private static final long serialVersionUID = 1L;

        private final JComponent list;
        private final JComponent talk;

        Handler(JComponent list, JComponent talk) {
            this.list = list;
            this.talk = talk;
        }

        @Override
        public boolean canImport(TransferSupport support) {
            Place place = support.isDrop() && support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)
                    ? place(support)
                    : null;
            if (place == null) {
                mark.hideMark();
                return false;
            }
            if ((support.getSourceDropActions() & COPY) != 0) {
                support.setDropAction(COPY); // whoever drops keeps the files
            }
            show(place, Math.max(1, files(support).size()));
            return true;
        }

        @Override
        public boolean importData(TransferSupport support) {
            Place place = support.isDrop() ? place(support) : null;
            List<Path> files = files(support);
            mark.hideMark();
            if (place == null || files.isEmpty()) {
                return false;
            }
            intake.onFiles(place.where(), files);
            return true;
        }

        private @Nullable Place place(TransferSupport support) {
            JComponent over = (JComponent) support.getComponent();
            return placeAt(over, support.getDropLocation().getDropPoint(), list, talk);
        }

        /** None while the platform does not tell before the drop. */
        private static List<Path> files(TransferSupport support) {
            try {
                return support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor) instanceof List<?> files
                        ? files.stream()
                                .filter(File.class::isInstance)
                                .map(file -> ((File) file).toPath())
                                .toList()
                        : List.of();
            } catch (UnsupportedFlavorException | IOException | InvalidDnDOperationException e) {
                return List.of();
            }
        }
    }
}
