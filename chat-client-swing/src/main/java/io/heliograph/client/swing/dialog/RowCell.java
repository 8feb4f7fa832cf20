package io.heliograph.client.swing.dialog;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.IntSupplier;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Draws rows: picture, title over detail, and what stands at the end. */
final class RowCell extends JPanel implements ListCellRenderer<ListRow> {
    private static final long serialVersionUID = 1L;
    private static final int ARC = 12;

    private final String ground;
    private final transient IntSupplier hovered;
    private final JLabel section = Controls.label("", "section");
    private final Plate plate = new Plate();
    private final JPanel words = new JPanel(new MigLayout("insets 0, wrap, gap 0 1, hidemode 3, fillx", "[grow,fill]"));
    private final JLabel picture = new JLabel();
    private final JLabel title = Controls.label("", "row");
    private final JLabel detail = Controls.label("", "small");
    private final JLabel trailing = Controls.label("", "small");

    RowCell(String ground, IntSupplier hovered) {
        super(new MigLayout("insets 1 4 1 4, wrap, gap 0, hidemode 3, fillx", "[grow,fill]"));
        this.ground = ground;
        this.hovered = hovered;
        setOpaque(false);
        title.setHorizontalTextPosition(SwingConstants.LEADING);
        title.setIconTextGap(6);
        picture.setHorizontalAlignment(SwingConstants.CENTER);
        words.setOpaque(false);
        words.add(title, "wmin 20");
        words.add(detail, "wmin 20");
        plate.setLayout(new MigLayout("insets 6 8 6 10, fill", "[]10[grow,fill]10[]", "[center]"));
        plate.add(picture);
        plate.add(words, "wmin 40");
        plate.add(trailing);
        add(section, "gap 8 0 10 4");
        add(plate);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends ListRow> list, ListRow row, int index, boolean selected, boolean focused) {
        section.setText(row.section());
        section.setVisible(!row.section().isEmpty());
        boolean low = row.detail().isEmpty();
        picture.setIcon(
                row.picture().avatar().isEmpty()
                        ? Icons.of(row.picture().icon(), 18, row.picture().colour())
                        : new AvatarIcon(
                                row.picture().avatar(),
                                low ? 30 : 36,
                                row.picture().dot(),
                                ground));
        title.setText(row.title());
        ListRow.Mark mark = row.mark();
        title.setIcon(mark == null ? null : Icons.of(mark.icon(), 14, mark.colour()));
        detail.setText(row.detail());
        detail.setVisible(!low);
        trailing.setText(row.trailing());
        plate.colour = selected ? "active" : index == hovered.getAsInt() ? "hover" : "";
        plate.ring = selected && focused && list.isFocusOwner();
        getAccessibleContext().setAccessibleName(row.spoken());
        applyComponentOrientation(list.getComponentOrientation());
        return this;
    }

    /** The pane that paints rows asks for this each time; the toolkit would pass over what no window holds. */
    @Override
    public void validate() {
        words.invalidate(); // else the layouts go on with the widths of the row before
        plate.invalidate();
        invalidate();
        doLayout();
        plate.doLayout();
        words.doLayout();
    }

    /** The ground of a row that is selected or under the mouse. */
    private static final class Plate extends JPanel {
        private static final long serialVersionUID = 1L;

        private String colour = "";
        private boolean ring;

        Plate() {
            setOpaque(false);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            if (colour.isEmpty()) {
                return;
            }
            Graphics2D g = (Graphics2D) graphics.create();
            Painting.smooth(g);
            int arc = UIScale.scale(ARC);
            g.setColor(Tokens.colour(colour));
            g.fillRoundRect(0, 0, getWidth(), getHeight(), arc, arc);
            if (ring) {
                g.setColor(Tokens.colour("accent"));
                g.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, arc, arc);
            }
            g.dispose();
        }
    }
}
