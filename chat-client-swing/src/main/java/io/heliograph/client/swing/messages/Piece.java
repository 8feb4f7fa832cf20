package io.heliograph.client.swing.messages;

import java.awt.Graphics2D;

/** One painted part of a row, in coordinates of the row. */
interface Piece {
    void paint(Graphics2D graphics);
}
