package io.heliograph.client.swing.search;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import io.heliograph.common.text.SafeText;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.text.Bidi;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;

/** Draws a message that was found: who, where and when, and below it the words with what was looked for marked. */
final class HitCell extends JPanel implements ListCellRenderer<SearchHit> {
    private static final long serialVersionUID = 1L;
    private static final int HEIGHT = 62;
    private static final int AVATAR = 36;

    private final transient Moments moments;
    private transient @Nullable SearchHit hit;
    private boolean selected;

    HitCell(Moments moments) {
        this.moments = moments;
        setOpaque(false);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends SearchHit> list, SearchHit value, int index, boolean isSelected, boolean focused) {
        hit = value;
        setComponentOrientation(list.getComponentOrientation());
        selected = isSelected;
        getAccessibleContext()
                .setAccessibleName(SafeText.line(value.from()) + ", "
                        + SafeText.line(value.where().address()) + ", "
                        + moments.moment(value.timeMs(), System.currentTimeMillis()) + ": "
                        + SafeText.line(value.text().replace('\n', ' ')));
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(260), UIScale.scale(HEIGHT));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        SearchHit shown = hit;
        if (shown == null) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        if (selected) {
            g.setColor(Tokens.colour("active"));
            int arc = UIScale.scale(14);
            int side = UIScale.scale(8);
            g.fillRoundRect(side, 0, getWidth() - 2 * side, getHeight() - 2, arc, arc);
        }
        int left = UIScale.scale(16);
        int avatar = UIScale.scale(AVATAR);
        new AvatarIcon(shown.from(), AVATAR, null, "side")
                .paintIcon(this, g, across(left, avatar), (getHeight() - avatar) / 2);
        int textLeft = left + avatar + UIScale.scale(10);
        int right = getWidth() - UIScale.scale(18);
        g.setFont(Tokens.plain(11));
        String time = moments.moment(shown.timeMs(), System.currentTimeMillis());
        int timeWidth = g.getFontMetrics().stringWidth(time);
        g.setColor(Tokens.colour("muted"));
        g.drawString(time, across(right - timeWidth, timeWidth), UIScale.scale(25));
        g.setFont(Tokens.semibold(13));
        g.setColor(Tokens.colour("text"));
        String who = SafeText.line(shown.from()) + " · "
                + SafeText.line(shown.where().name());
        int room = right - timeWidth - UIScale.scale(8) - textLeft;
        String name = Painting.clipped(who, g.getFontMetrics(), room);
        g.drawString(name, across(textLeft, g.getFontMetrics().stringWidth(name)), UIScale.scale(25));
        pieces(g, shown, textLeft, right);
        g.dispose();
    }

    /** Where something {@code width} wide begins that stands {@code left} pixels behind the edge reading begins at. */
    private int across(int left, int width) {
        return getComponentOrientation().isLeftToRight() ? left : getWidth() - left - width;
    }

    /** One behind the other as the text reads, whichever way the window does. */
    private void pieces(Graphics2D g, SearchHit shown, int left, int right) {
        Font plain = Tokens.plain(12.5f);
        Font strong = Tokens.semibold(12.5f);
        int baseline = UIScale.scale(44);
        int room = right - left;
        int roomLeft = across(left, room);
        boolean leftToRight = new Bidi(shown.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        int taken = 0;
        for (Found.Piece piece : Found.pieces(shown)) {
            g.setFont(piece.marked() ? strong : plain);
            FontMetrics metrics = g.getFontMetrics();
            if (taken >= room) {
                return;
            }
            String text = Painting.clipped(piece.text(), metrics, room - taken);
            int width = metrics.stringWidth(text);
            int x = leftToRight ? roomLeft + taken : roomLeft + room - taken - width;
            if (piece.marked()) {
                g.setColor(Tokens.colour("mark"));
                g.fillRoundRect(x - 1, baseline - metrics.getAscent(), width + 2, metrics.getHeight(), 4, 4);
            }
            g.setColor(Tokens.colour(piece.marked() ? "text" : "muted"));
            g.drawString(text, x, baseline);
            taken += width;
        }
    }
}
