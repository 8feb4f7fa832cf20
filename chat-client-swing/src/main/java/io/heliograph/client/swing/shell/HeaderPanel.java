package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Icons;
import java.awt.Cursor;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Objects;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Who or what the conversation is with. */
final class HeaderPanel implements HeaderView {
    private final Ground ground =
            new Ground(new MigLayout("insets 0 16 0 10, fill", "[36!]10[grow,fill][]2[]", "[56!,center]"), "chat", "S");
    private final JLabel avatar = new JLabel();
    private final JLabel name = Controls.label("", "name");
    private final JLabel status = Controls.label("", "small");
    private @Nullable Header shown;

    HeaderPanel(Action search, Action details) {
        JPanel names = new JPanel(new MigLayout("insets 0, wrap, gap 0 1", "[grow,fill]"));
        names.setOpaque(false);
        name.setHorizontalTextPosition(SwingConstants.LEADING);
        name.setIconTextGap(6);
        name.setHorizontalAlignment(SwingConstants.LEADING);
        name.setName("header");
        names.add(name, "wmin 40");
        names.add(status, "wmin 40");
        // The button at the end does the same by keyboard.
        MouseAdapter opening = new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (shown != null) {
                    details.actionPerformed(new ActionEvent(ground, ActionEvent.ACTION_PERFORMED, ""));
                }
            }
        };
        for (JComponent part : List.of(avatar, names, name, status)) {
            part.addMouseListener(opening);
            part.setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        }
        ground.add(avatar, "w 36!, h 36!");
        ground.add(names, "wmin 60");
        ground.add(Controls.icon(search, "search", 18, "muted"));
        ground.add(Controls.icon(details, "info", 18, "muted"));
    }

    JComponent component() {
        return ground;
    }

    @Override
    public void showHeader(@Nullable Header header) {
        if (Objects.equals(header, shown)) {
            return;
        }
        shown = header;
        avatar.setVisible(header != null);
        if (header == null) {
            name.setText("");
            name.setIcon(null);
            status.setText("");
            return;
        }
        avatar.setIcon(new AvatarIcon(header.title(), 36, header.dot(), "chat"));
        name.setText(header.title());
        name.setIcon(Icons.of(header.keyIcon(), 15, header.keyColour()));
        name.setToolTipText(header.keyWords());
        name.getAccessibleContext().setAccessibleDescription(header.keyWords());
        status.setText(header.topic().isEmpty() ? header.subtitle() : header.subtitle() + " · " + header.topic());
    }
}
