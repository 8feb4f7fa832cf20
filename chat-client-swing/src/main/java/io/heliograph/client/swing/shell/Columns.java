package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;

/**
 * The list and the conversation side by side, with a bar between them to drag. The list keeps its width when the
 * window grows and grows with the zoom; it gives way to a panel beside the conversation where there is no room for
 * three.
 *
 * <p>Widths are in pixels of the screen. Event dispatch thread only.
 */
final class Columns {
    private static final int LIST_MIN = 200;
    private static final int TALK_MIN = 300;
    private static final int PANEL_MIN = 220;
    private static final int PANEL = 292;

    private final JSplitPane split = new SidedSplit();
    private final JComponent list;
    private final JPanel beside;
    private final JComponent panel;
    private final boolean leftToRight;
    private float zoom = UIScale.scale(1f);
    private int listWidth;
    /** As the user wants it, before zoom: a zoom that has no room for it does not forget it. */
    private float wanted;

    /** {@code beside} has the conversation in its middle, and what is shown beside it at the end of its line. */
    Columns(JComponent list, JPanel beside, JComponent panel, boolean leftToRight) {
        this.list = list;
        this.beside = beside;
        this.panel = panel;
        this.leftToRight = leftToRight;
        // A split pane knows left and right only.
        split.setLeftComponent(leftToRight ? list : beside);
        split.setRightComponent(leftToRight ? beside : list);
        split.setResizeWeight(leftToRight ? 0 : 1);
        split.setDividerSize(2);
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setContinuousLayout(true);
        split.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                fit();
            }
        });
        size();
    }

    JComponent component() {
        return split;
    }

    /** {@code total} is what the two have together: the list may stand at the far side. */
    void setListWidth(int width, int total) {
        wanted = width / zoom;
        place(width, total);
    }

    private void place(int width, int total) {
        listWidth = width;
        split.setDividerLocation(leftToRight ? width : total - split.getDividerSize() - width);
    }

    /** As wide as it is, or was before it gave way. */
    int listWidth() {
        if (!list.isVisible()) {
            return listWidth;
        }
        return leftToRight ? split.getDividerLocation() : list.getWidth();
    }

    /** The zoom may be another. */
    void measure() {
        float now = UIScale.scale(1f);
        int width = listWidth();
        wanted = width == listWidth ? wanted : width / zoom; // else it was dragged
        boolean another = now != zoom;
        zoom = now;
        size();
        if (another) {
            int most = Math.max(UIScale.scale(LIST_MIN), split.getWidth() - UIScale.scale(TALK_MIN));
            place(Math.min(Math.round(wanted * zoom), most), split.getWidth());
        }
        fit();
    }

    /** What is shown beside the conversation has come, gone or changed. */
    void fit() {
        size();
        int taken = panelWidth();
        int talk = split.getWidth() - listWidth() - taken;
        boolean shown = split.getWidth() == 0 || taken == 0 || talk >= UIScale.scale(TALK_MIN);
        if (shown == list.isVisible()) {
            return;
        }
        listWidth = listWidth();
        list.setVisible(shown);
        if (shown) {
            place(listWidth, split.getWidth());
        }
        split.revalidate();
    }

    private int panelWidth() {
        for (Component part : beside.getComponents()) {
            Object place = ((BorderLayout) beside.getLayout()).getConstraints(part);
            if (BorderLayout.LINE_END.equals(place) && part.isVisible()) {
                return part.getPreferredSize().width;
            }
        }
        return 0;
    }

    private void size() {
        list.setMinimumSize(new Dimension(UIScale.scale(LIST_MIN), 100));
        int left = Math.max(UIScale.scale(PANEL_MIN), split.getWidth() - UIScale.scale(TALK_MIN));
        int width = split.getWidth() == 0 ? UIScale.scale(PANEL) : Math.min(UIScale.scale(PANEL), left);
        panel.setPreferredSize(new Dimension(width, 100));
    }

    /** Left is left: newer versions of Java turn the sides of a split round by themselves, older ones do not. */
    private static final class SidedSplit extends JSplitPane {
        private static final long serialVersionUID = 1L;

        SidedSplit() {
            super(JSplitPane.HORIZONTAL_SPLIT);
        }

        @Override
        public void setComponentOrientation(ComponentOrientation ignored) {
            super.setComponentOrientation(ComponentOrientation.LEFT_TO_RIGHT);
        }
    }
}
