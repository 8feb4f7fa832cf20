package io.heliograph.client.swing.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewPortTest {
    @Test
    void aLargePictureFitsAndASmallOneStaysAsItIs() {
        assertEquals(new ViewPort(0.5, 0, 100), ViewPort.fit(1_000, 400, 500, 400));
        assertEquals(new ViewPort(1, 200, 150), ViewPort.fit(100, 100, 500, 400));
    }

    @Test
    void whatIsUnderThePointerStaysThere() {
        ViewPort before = new ViewPort(1, 20, 30);
        ViewPort after = before.zoomed(2, 120, 80);
        double pictureX = (120 - before.left()) / before.scale();
        assertEquals(120, after.left() + pictureX * after.scale(), 1e-9);
        assertEquals(2, after.scale());
    }

    @Test
    void scaleHasEnds() {
        ViewPort port = new ViewPort(1, 0, 0);
        assertTrue(port.zoomed(1e9, 0, 0).scale() <= ViewPort.MAX_SCALE);
        assertTrue(port.zoomed(1e-9, 0, 0).scale() >= ViewPort.MIN_SCALE);
    }
}
