package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.util.List;
import java.util.Objects;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Beside the messages: what the conversation is about, its key, and its members by role. */
final class DetailsPanel implements DetailsView {
    private final Ground ground = new Ground(
            new MigLayout("insets 20 12 12 12, wrap, fill, hidemode 3", "[fill,grow]", "[][][][]12[][grow,fill]"),
            "side",
            "W");
    private final JLabel picture = new JLabel();
    private final JLabel title = Controls.label("", "name");
    private final JLabel subtitle = Controls.label("", "small");
    private final JTextArea text = new JTextArea();
    private final JLabel key = Controls.label("", "small");
    private final DefaultListModel<Member> members = new DefaultListModel<>();
    private final JList<Member> list = new JList<>(members);
    private @Nullable Details shown;

    DetailsPanel(Words words) {
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        Controls.named(text, words.get("details.topic"));
        Controls.named(list, words.get("details.members")).setName("members");
        list.setOpaque(false);
        list.setCellRenderer(new MemberCell());
        for (JLabel label : List.of(picture, title, subtitle)) {
            label.setHorizontalAlignment(JLabel.CENTER);
        }
        ground.add(picture);
        ground.add(title, "wmin 20");
        ground.add(subtitle, "wmin 20");
        ground.add(text, "wmin 20");
        ground.add(key, "wmin 20");
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        ground.add(scroll, "wmin 20");
    }

    JComponent component() {
        return ground;
    }

    JComponent list() {
        return list;
    }

    @Override
    public void showDetails(@Nullable Details details) {
        if (Objects.equals(details, shown)) {
            return;
        }
        shown = details;
        members.clear();
        if (details == null) {
            picture.setIcon(null);
            title.setText("");
            subtitle.setText("");
            text.setText("");
            key.setText("");
            return;
        }
        picture.setIcon(new AvatarIcon(details.title(), 72, null, "side"));
        title.setText(details.title());
        subtitle.setText(details.subtitle());
        text.setText(details.text());
        text.setVisible(!details.text().isEmpty());
        key.setText(details.keyWords());
        key.setToolTipText(details.keyWords());
        details.members().forEach(members::addElement);
    }

    /** A member, under the heading of the role where it begins. */
    private static final class MemberCell extends JPanel implements ListCellRenderer<Member> {
        private static final long serialVersionUID = 1L;

        private final JLabel role = Controls.label("", "section");
        private final JLabel name = Controls.label("", "");

        MemberCell() {
            super(new MigLayout("insets 4 4 4 4, wrap, hidemode 3, fill", "[fill,grow]"));
            setOpaque(false);
            name.setIconTextGap(10);
            add(role, "gaptop 6");
            add(name, "wmin 20");
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Member> list, Member member, int index, boolean selected, boolean focused) {
            role.setText(member.role());
            role.setVisible(!member.role().isEmpty());
            name.setText(member.name());
            name.setIcon(new AvatarIcon(member.name(), 30, member.dot(), "side"));
            getAccessibleContext().setAccessibleName(String.join(" ", member.role(), member.name(), member.state()));
            return this;
        }
    }
}
