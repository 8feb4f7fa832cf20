package io.heliograph.client.swing.sending;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.feature.Surface;
import io.heliograph.client.swing.messages.SizeWords;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.awt.Dimension;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** The sheet over the window: pictures or icons, names, sizes, what is said with them. */
final class SendSheetDialog implements SendSheet {
    private static final int NAME_CHARS = 40;
    private static final int MOST_ROWS = 5;

    private final Words words;
    private final Surface surface;

    SendSheetDialog(Words words, Surface surface) {
        this.words = words;
        this.surface = surface;
    }

    @Override
    public void show(Target where, List<Parcel> parcels, Answer answer) {
        make(where, parcels, answer).show(surface.frame());
    }

    DeskDialog make(Target where, List<Parcel> parcels, Answer answer) {
        JPanel content =
                new JPanel(new MigLayout("insets 0, wrap, gap 0 10, fillx, hidemode 3", "[grow,fill,380:380:]"));
        content.setOpaque(false);
        content.add(list(parcels), "wmin 0");
        if (parcels.stream().anyMatch(Parcel::folder)) {
            content.add(Controls.label(words.get("send.folderNote"), "small"), "wmin 0");
        }
        JRadioButton smaller = new JRadioButton(words.get("send.smaller"), true);
        if (parcels.stream().anyMatch(Parcel::shrinkable)) {
            content.add(sizes(smaller));
        } else {
            smaller.setSelected(false);
        }
        JTextField caption = Controls.style(new JTextField(), "form");
        caption.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("send.caption"));
        Controls.named(caption, words.get("send.caption")).setName("send.caption");
        content.add(caption);
        String title = words.get("send.title", parcels.size(), SafeText.excerpt(where.address(), NAME_CHARS));
        DeskDialog dialog = new DeskDialog("sending", title, content);
        AtomicBoolean sent = new AtomicBoolean();
        Runnable send = () -> {
            sent.set(true);
            dialog.close();
            answer.onSend(caption.getText().strip(), smaller.isSelected());
        };
        dialog.whenClosed(() -> {
            if (!sent.get()) {
                answer.onCancel();
            }
        });
        return dialog.trailing(Buttons.plain("sending.no", words.get("dialog.cancel"), dialog::close))
                .standard(Buttons.primary("sending.yes", words.get("send.yes"), send));
    }

    private JComponent list(List<Parcel> parcels) {
        boolean large = parcels.size() == 1 && parcels.get(0).preview() != null;
        JPanel list = new JPanel(new MigLayout("insets 0, wrap, gap 0 8, fillx", "[grow,fill]"));
        list.setOpaque(false);
        for (Parcel parcel : parcels) {
            list.add(new ParcelRow(words, parcel, large), "wmin 0");
        }
        if (parcels.size() <= MOST_ROWS) {
            return list;
        }
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        int height = MOST_ROWS * UIScale.scale(ParcelRow.HEIGHT + 8);
        scroll.setPreferredSize(new Dimension(list.getPreferredSize().width, height));
        scroll.getVerticalScrollBar().setUnitIncrement(UIScale.scale(ParcelRow.HEIGHT));
        return scroll;
    }

    private JComponent sizes(JRadioButton smaller) {
        JRadioButton original = new JRadioButton(words.get("send.original"));
        ButtonGroup either = new ButtonGroup();
        JPanel row = new JPanel(new MigLayout("insets 0, gap 18"));
        row.setOpaque(false);
        for (JRadioButton button : List.of(smaller, original)) {
            either.add(button);
            button.setOpaque(false);
            Controls.named(button, button.getText());
            row.add(button);
        }
        smaller.setName("send.smaller");
        original.setName("send.original");
        return row;
    }

    /** The line under a name. */
    static String detail(Words words, Parcel parcel) {
        String size = SizeWords.of(parcel.sizeBytes());
        return parcel.folder() ? words.get("send.folder", parcel.fileCount(), size) : size;
    }
}
