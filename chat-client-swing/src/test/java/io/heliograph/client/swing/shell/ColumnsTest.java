package io.heliograph.client.swing.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final JPanel list = new JPanel();
    private final JPanel beside = new JPanel(new BorderLayout());
    private final JPanel panel = new JPanel();
    private final JTextField talk = new JTextField();

    @Test
    void theListGivesWayToAPanelWhereThereIsNoRoomForThree() {
        for (boolean leftToRight : new boolean[] {true, false}) {
            Columns columns = columns(leftToRight, 740);
            show(columns, true);
            assertFalse(list.isVisible());
            assertEquals(738, beside.getWidth(), "all but the bar");
            assertEquals(280, columns.listWidth(), "as it was, to be kept for the next start");
            show(columns, false);
            assertTrue(list.isVisible());
            assertEquals(280, columns.listWidth());
            assertEquals(280, list.getWidth());
        }
    }

    @Test
    void inAWideWindowAllThreeStandSideBySide() {
        Columns columns = columns(true, 1200);
        show(columns, true);
        assertTrue(list.isVisible());
        assertTrue(talk.getWidth() > 300);
    }

    @Test
    void thePanelMakesDoWithLessBeforeTheConversationDoes() {
        Columns columns = columns(true, 560);
        show(columns, true);
        assertEquals(260, panel.getWidth());
        assertEquals(298, talk.getWidth());
    }

    @Test
    void aZoomThatLeavesNoRoomDoesNotForgetTheWidth() {
        try {
            Columns columns = columns(true, 740);
            zoom(columns, 2);
            assertEquals(400, columns.listWidth(), "no less than twice the least");
            zoom(columns, 1);
            assertEquals(280, columns.listWidth());
        } finally {
            UIScale.setZoomFactor(1);
        }
    }

    private void zoom(Columns columns, float factor) {
        UIScale.setZoomFactor(factor);
        columns.measure();
        layOut(columns);
    }

    private Columns columns(boolean leftToRight, int width) {
        beside.removeAll();
        beside.add(talk, BorderLayout.CENTER);
        beside.add(panel, BorderLayout.LINE_END);
        panel.setVisible(false);
        list.setVisible(true);
        Columns columns = new Columns(list, beside, panel, leftToRight);
        columns.component().setSize(new Dimension(width, 400));
        columns.setListWidth(280, width);
        layOut(columns);
        return columns;
    }

    private void show(Columns columns, boolean shown) {
        panel.setVisible(shown);
        columns.fit();
        layOut(columns);
    }

    private void layOut(Columns columns) {
        columns.component().doLayout();
        beside.doLayout();
    }
}
