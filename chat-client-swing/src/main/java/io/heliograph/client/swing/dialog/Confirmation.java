package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.Window;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Asks whether something is really meant. */
public final class Confirmation {
    /**
     * What is asked.
     *
     * @param yes what the button says that does it
     * @param danger it cannot be taken back: the other button is the one that Enter presses
     */
    public record Question(String name, String title, String text, String yes, boolean danger) {}

    private Confirmation() {}

    public static void ask(Window owner, Words words, Question question, Runnable deed) {
        make(words, question, deed).show(owner);
    }

    static DeskDialog make(Words words, Question question, Runnable deed) {
        JPanel content = new JPanel(new MigLayout("insets 0, gap 14 0, fillx", "[]14[grow,fill,300:340:]", "[top]"));
        content.setOpaque(false);
        content.add(new JLabel(
                Icons.of(question.danger() ? "triangle-alert" : "info", 26, question.danger() ? "danger" : "accent")));
        JTextArea text = Controls.paragraph("text");
        text.setText(question.text());
        text.setColumns(34);
        content.add(Controls.named(text, question.text()), "wmin 200, gaptop 3");
        DeskDialog dialog = new DeskDialog(question.name(), question.title(), content);
        Runnable yes = () -> {
            dialog.close();
            deed.run();
        };
        JButton no = Buttons.plain(question.name() + ".no", words.get("dialog.cancel"), dialog::close);
        if (question.danger()) {
            return dialog.standard(no).trailing(Buttons.danger(question.name() + ".yes", question.yes(), yes));
        }
        return dialog.trailing(no).standard(Buttons.primary(question.name() + ".yes", question.yes(), yes));
    }
}
