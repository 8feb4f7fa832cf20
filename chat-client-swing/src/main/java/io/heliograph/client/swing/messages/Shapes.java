package io.heliograph.client.swing.messages;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Outlines that the list is made of. Pure functions. */
final class Shapes {
    /** How far the control points of a quarter of a circle stand from its ends. */
    private static final float ARC = 0.4477f;

    private Shapes() {}

    /** Radii of the four corners, clockwise from the left top. */
    record Corners(float topLeft, float topRight, float bottomRight, float bottomLeft) {
        static Corners all(float radius) {
            return new Corners(radius, radius, radius, radius);
        }
    }

    static Shape pill(float x, float y, float width, float height) {
        float arc = Math.min(width, height);
        return new RoundRectangle2D.Float(x, y, width, height, arc, arc);
    }

    static Shape rounded(float x, float y, float width, float height, float radius) {
        return new RoundRectangle2D.Float(x, y, width, height, 2 * radius, 2 * radius);
    }

    static Shape rounded(float x, float y, float width, float height, Corners corners) {
        float right = x + width;
        float bottom = y + height;
        float tl = corners.topLeft();
        float tr = corners.topRight();
        float br = corners.bottomRight();
        float bl = corners.bottomLeft();
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x + tl, y);
        path.lineTo(right - tr, y);
        path.curveTo(right - tr * ARC, y, right, y + tr * ARC, right, y + tr);
        path.lineTo(right, bottom - br);
        path.curveTo(right, bottom - br * ARC, right - br * ARC, bottom, right - br, bottom);
        path.lineTo(x + bl, bottom);
        path.curveTo(x + bl * ARC, bottom, x, bottom - bl * ARC, x, bottom - bl);
        path.lineTo(x, y + tl);
        path.curveTo(x, y + tl * ARC, x + tl * ARC, y, x + tl, y);
        path.closePath();
        return path;
    }

    /** One tick or two, 9 or 13 wide and 7 high at a scale of 1. */
    static Shape ticks(float x, float y, float scale, boolean two) {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(x, y + 4 * scale);
        path.lineTo(x + 3 * scale, y + 7 * scale);
        path.lineTo(x + 9 * scale, y);
        if (two) {
            path.moveTo(x + 6 * scale, y + 6 * scale);
            path.lineTo(x + 7 * scale, y + 7 * scale);
            path.lineTo(x + 13 * scale, y);
        }
        return path;
    }

    /** Hands of a clock in a circle of the given radius. */
    static Shape clockHands(float centreX, float centreY, float radius) {
        Path2D.Float path = new Path2D.Float();
        path.moveTo(centreX, centreY - radius * 0.6f);
        path.lineTo(centreX, centreY);
        path.lineTo(centreX + radius * 0.5f, centreY);
        return path;
    }
}
