package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.emoji.EmojiLine;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.TickMarks;
import io.heliograph.client.swing.theme.Tokens;
import io.heliograph.client.swing.words.Words;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;

/** Paints a row of the list of conversations; lengths are those of the design, in pixels before zoom. */
final class ConversationCell extends JPanel implements ListCellRenderer<ConversationRow> {
    static final int HEIGHT = 68;

    private static final long serialVersionUID = 1L;
    private static final int SIDE = 8;
    private static final int EDGE = 20;
    private static final int AVATAR = 44;
    private static final int TEXT_LEFT = 76;
    private static final int BADGE = 20;
    private static final long MOST_COUNTED = 99;

    private final transient Words words;
    private final transient EmojiLine line;
    private final transient Runnable again;
    private transient @Nullable ConversationRow row;
    private boolean active;
    private boolean focused;

    ConversationCell(Words words, EmojiLine line, Runnable again) {
        this.words = words;
        this.line = line;
        this.again = again;
        setOpaque(false);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends ConversationRow> list,
            ConversationRow value,
            int index,
            boolean isSelected,
            boolean cellHasFocus) {
        row = value;
        setComponentOrientation(list.getComponentOrientation());
        active = isSelected;
        focused = cellHasFocus;
        String unread = value.unreadCount() > 0 ? words.get("row.unread", value.unreadCount()) : "";
        String muted = value.muted() ? words.get("row.muted") : "";
        getAccessibleContext()
                .setAccessibleName(String.join(" ", value.title(), unread, value.preview(), value.time(), muted));
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(200), UIScale.scale(HEIGHT));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        ConversationRow shown = row;
        if (shown == null) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        int width = getWidth();
        if (active) {
            g.setColor(Tokens.colour("active"));
            float arc = UIScale.scale(14f);
            g.fill(new RoundRectangle2D.Float(s(SIDE), 1, width - 2 * s(SIDE), getHeight() - 2, arc, arc));
        }
        if (focused) {
            g.setColor(Tokens.colour("accent"));
            g.draw(new RoundRectangle2D.Float(s(SIDE), 1, width - 2 * s(SIDE) - 1, getHeight() - 3, s(14), s(14)));
        }
        new AvatarIcon(shown.title(), AVATAR, shown.dot(), active ? "active" : "side")
                .paintIcon(this, g, (int) across(s(EDGE), s(AVATAR)), s(12));
        int timeLeft = paintTime(g, shown, width);
        paintTitle(g, shown, timeLeft - s(8));
        int badgeLeft = paintBadge(g, shown, width);
        paintPreview(g, shown, badgeLeft - s(8));
        g.dispose();
    }

    private int paintTime(Graphics2D g, ConversationRow shown, int width) {
        g.setFont(Tokens.plain(11.5f));
        g.setColor(Tokens.colour(shown.isNew() && !shown.muted() ? "accent" : "muted"));
        int timeWidth = g.getFontMetrics().stringWidth(shown.time());
        int left = width - s(EDGE) - timeWidth;
        g.drawString(shown.time(), across(left, timeWidth), s(29));
        return left;
    }

    private void paintTitle(Graphics2D g, ConversationRow shown, int right) {
        g.setFont(Tokens.semibold(14));
        g.setColor(Tokens.colour("text"));
        FontMetrics metrics = g.getFontMetrics();
        int bell = shown.muted() ? s(18) : 0;
        String title = Painting.clipped(shown.title(), metrics, right - s(TEXT_LEFT) - bell);
        int titleWidth = metrics.stringWidth(title);
        g.drawString(title, across(s(TEXT_LEFT), titleWidth), s(30));
        if (shown.muted()) {
            int left = s(TEXT_LEFT) + titleWidth + s(6);
            Icons.of("bell-off", 12, "muted").paintIcon(this, g, (int) across(left, s(12)), s(19));
        }
    }

    private int paintBadge(Graphics2D g, ConversationRow shown, int width) {
        if (!shown.isNew()) {
            return width - s(EDGE) + s(8);
        }
        g.setFont(Tokens.semibold(11));
        String count = shown.unreadCount() > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(shown.unreadCount());
        String text = shown.mentioned() ? "@ " + count : count;
        FontMetrics metrics = g.getFontMetrics();
        int badge = Math.max(s(BADGE), metrics.stringWidth(text) + s(12));
        int left = width - s(EDGE) - badge;
        g.setColor(Tokens.colour(shown.muted() && !shown.mentioned() ? "badge.muted" : "outgoing"));
        float drawn = across(left, badge);
        g.fill(new RoundRectangle2D.Float(drawn, s(37), badge, s(BADGE), s(BADGE), s(BADGE)));
        g.setColor(Tokens.colour("badge.text"));
        float baseline = s(37) + (s(BADGE) + metrics.getAscent() - metrics.getDescent()) / 2f;
        g.drawString(text, drawn + (badge - metrics.stringWidth(text)) / 2f, baseline);
        return left;
    }

    private void paintPreview(Graphics2D g, ConversationRow shown, int right) {
        int left = s(TEXT_LEFT);
        if (shown.ticks() > 0) {
            Color ticks = Tokens.colour(shown.ticks() > 2 ? "accent" : "muted");
            TickMarks.paint(g, across(left, s(13)), s(45), shown.ticks(), ticks);
            left += s(19);
        }
        Font font = shown.lively() ? Tokens.plain(13).deriveFont(Font.ITALIC) : Tokens.plain(13);
        String colour = shown.lively() ? "accent" : shown.draft() ? "danger" : "muted";
        g.setColor(Tokens.colour(colour));
        boolean leftToRight = getComponentOrientation().isLeftToRight();
        float roomLeft = across(left, right - left);
        EmojiLine.Room room = new EmojiLine.Room(roomLeft, s(53), right - left, !leftToRight);
        line.paint(g, shown.preview(), font, room, again);
    }

    /** Where something {@code width} wide begins that stands {@code left} pixels behind the edge reading begins at. */
    private float across(float left, float width) {
        return getComponentOrientation().isLeftToRight() ? left : getWidth() - left - width;
    }

    private static int s(int pixels) {
        return UIScale.scale(pixels);
    }
}
