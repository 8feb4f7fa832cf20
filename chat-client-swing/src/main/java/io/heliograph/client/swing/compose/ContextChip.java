package io.heliograph.client.swing.compose;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.emoji.EmojiLabel;
import io.heliograph.client.swing.emoji.EmojiLine;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import io.heliograph.client.swing.words.Words;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What is answered or edited, above the field. */
final class ContextChip extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ARC = 10;
    private static final int BAR = 3;
    private static final int HEIGHT = 42;

    private final JLabel icon = new JLabel();
    private final JLabel title = Controls.label("", "chip");
    private final EmojiLabel line;

    ContextChip(Words words, EmojiStock emoji, Runnable close) {
        super(new MigLayout("insets 0 12 0 6, fill, gap 0", "[]10[grow,fill][]", "push[]1[]push"));
        setOpaque(false);
        JButton end = Controls.icon(new Deed(words.get("composer.giveUp"), close), "x", 15, "muted");
        end.setName("composer.giveUp");
        line = new EmojiLabel(
                new EmojiLine(emoji), () -> new EmojiLabel.Look(Tokens.plain(12), Tokens.colour("muted")));
        line.setName("composer.context");
        add(icon, "spany 2, aligny center");
        add(title, "wmin 20");
        add(end, "spany 2, w 28!, h 28!, wrap");
        add(line, "wmin 20");
        setVisible(false);
    }

    void show(ComposerView.@Nullable Context context) {
        setVisible(context != null);
        if (context != null) {
            title.setText(context.title());
            line.setText(context.line());
            icon.setIcon(Icons.of(context.editing() ? "pencil" : "reply", 16, "accent"));
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, UIScale.scale(HEIGHT));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        float arc = UIScale.scale((float) ARC);
        Shape whole = new RoundRectangle2D.Float(0, 0, getWidth(), getHeight(), arc, arc);
        g.setColor(Tokens.colour("active"));
        g.fill(whole);
        int bar = UIScale.scale(BAR);
        g.clip(whole);
        g.setColor(Tokens.colour("accent"));
        g.fillRect(getComponentOrientation().isLeftToRight() ? 0 : getWidth() - bar, 0, bar, getHeight());
        g.dispose();
    }
}
