package io.heliograph.client.swing.timeline;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.model.MessageLine;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.TickMarks;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/**
 * One message measured for one width: its lines, and how they are painted. Lengths are those of the design, in pixels
 * before zoom. Immutable.
 */
final class Bubble {
    private static final int GUTTER = 56;
    private static final int EDGE = 16;
    private static final int MAX_WIDTH = 560;
    private static final int MIN_MAX_WIDTH = 240;
    private static final float SHARE = .72f;
    private static final int PAD = 12;
    private static final int PAD_Y = 8;
    private static final int LINE = 20;
    private static final int NAME = 18;

    private final MessageLine line;
    private final boolean joined;
    private final boolean named;
    private final String time;
    private final List<String> rows;
    private final int width;
    private final int height;
    private final boolean timeInline;

    /** {@code joined} to the message above; {@code named} with its author. */
    Bubble(JComponent host, MessageLine line, String text, Heading heading, int hostWidth) {
        this.line = line;
        this.joined = heading.joined();
        this.named = heading.named();
        this.time = heading.time();
        int free = hostWidth - s(GUTTER) - s(EDGE);
        int most = Math.max(s(MIN_MAX_WIDTH), Math.min(s(MAX_WIDTH), Math.round(free * SHARE))) - 2 * s(PAD);
        FontMetrics metrics = host.getFontMetrics(Tokens.plain(14));
        this.rows = wrapped(text, metrics, most);
        int widest = 0;
        for (String row : rows) {
            widest = Math.max(widest, metrics.stringWidth(row));
        }
        int last = metrics.stringWidth(rows.get(rows.size() - 1));
        int stamp = s(line.entry().own() ? 64 : 44);
        timeInline = last + s(10) + stamp <= most;
        int name = named
                ? host.getFontMetrics(Tokens.semibold(12.5f))
                        .stringWidth(line.entry().from())
                : 0;
        int content = Math.max(Math.max(widest, name), timeInline ? last + s(10) + stamp : stamp);
        width = content + 2 * s(PAD);
        height = rows.size() * s(LINE) + 2 * s(PAD_Y) + (named ? s(NAME) : 0) + (timeInline ? 0 : s(16));
    }

    /** How a message stands to the one above it. */
    record Heading(boolean joined, boolean named, String time) {}

    int height() {
        return height + gap();
    }

    private int gap() {
        return s(joined ? 2 : 12);
    }

    void paint(JComponent host, Graphics2D g, int hostWidth, boolean focused) {
        ShownEntry entry = line.entry();
        boolean own = entry.own();
        int left = own ? hostWidth - s(EDGE) - width : s(GUTTER);
        int top = gap();
        if (!own && named) {
            new AvatarIcon(entry.from(), 32, null, "chat").paintIcon(host, g, s(EDGE), top);
        }
        g.setColor(Tokens.colour(own ? "outgoing" : "incoming"));
        float arc = s(2 * 18);
        g.fill(new RoundRectangle2D.Float(left, top, width, height, arc, arc));
        if (focused) {
            g.setColor(Tokens.colour("accent"));
            g.draw(new RoundRectangle2D.Float(left - 2f, top - 2f, width + 3f, height + 3f, arc, arc));
        }
        int y = top + s(PAD_Y);
        if (named && !own) {
            g.setFont(Tokens.semibold(12.5f));
            g.setColor(Tokens.colour("name." + Tokens.personOf(entry.from())));
            g.drawString(entry.from(), left + s(PAD), y + s(12));
            y += s(NAME);
        }
        Font font = Tokens.plain(14);
        g.setFont(entry.deleted() ? font.deriveFont(Font.ITALIC) : font);
        g.setColor(Tokens.colour(own ? "onAccent" : "text"));
        FontMetrics metrics = g.getFontMetrics();
        for (String row : rows) {
            g.drawString(row, left + s(PAD), y + (s(LINE) + metrics.getAscent() - metrics.getDescent()) / 2);
            y += s(LINE);
        }
        paintTime(g, left + width - s(PAD), top + height - s(9));
    }

    private void paintTime(Graphics2D g, int right, int baseline) {
        boolean own = line.entry().own();
        int end = right;
        if (own) {
            MessageState state = line.state();
            boolean read = state == MessageState.READ;
            int ticks = line.ticks();
            if (state == MessageState.FAILED) {
                g.setColor(Tokens.colour("danger"));
                g.setFont(Tokens.semibold(12));
                g.drawString("!", end - s(5), baseline);
            } else if (ticks > 0) {
                TickMarks.paint(
                        g, end - s(14), baseline - s(7), ticks, Tokens.colour(read ? "ticks.read" : "onAccent.muted"));
            }
            end -= s(19);
        }
        g.setFont(Tokens.plain(11));
        g.setColor(Tokens.colour(own ? "onAccent.muted" : "muted"));
        g.drawString(time, end - g.getFontMetrics().stringWidth(time), baseline);
    }

    private static List<String> wrapped(String text, FontMetrics metrics, int most) {
        List<String> rows = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph;
            while (metrics.stringWidth(rest) > most && rest.length() > 1) {
                int end = fitting(rest, metrics, most);
                rows.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            rows.add(rest);
        }
        return rows;
    }

    private static int fitting(String text, FontMetrics metrics, int most) {
        int used = 0;
        int end = 0;
        int space = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            used += metrics.charWidth(codePoint);
            if (used > most) {
                break;
            }
            end += Character.charCount(codePoint);
            space = codePoint == ' ' ? end : space;
        }
        return Math.max(1, space > 0 ? space : end);
    }

    private static int s(int pixels) {
        return UIScale.scale(pixels);
    }
}
