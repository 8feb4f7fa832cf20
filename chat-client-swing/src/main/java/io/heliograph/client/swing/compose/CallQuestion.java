package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.words.Words;
import java.awt.Window;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Asks before everybody of a room is called, unless the user wants no such question. Event dispatch thread only. */
final class CallQuestion {
    private static final String NOT_ASKED = "compose.callAll";
    private static final int COLUMNS = 34;

    private final Words words;
    private final Settings settings;

    CallQuestion(Words words, Settings settings) {
        this.words = words;
        this.settings = settings;
    }

    void ask(Window over, int people, Runnable yes) {
        if (Boolean.parseBoolean(settings.get().kept(NOT_ASKED))) {
            yes.run();
        } else {
            make(people, yes).show(over);
        }
    }

    DeskDialog make(int people, Runnable yes) {
        String question = words.get("call.question", people);
        JTextArea text = Controls.paragraph("text");
        text.setText(question);
        text.setColumns(COLUMNS);
        JCheckBox never = Controls.named(new JCheckBox(words.get("call.never")), words.get("call.never"));
        never.setOpaque(false);
        never.setName("call.never");
        JPanel content = new JPanel(new MigLayout("insets 0, wrap, gap 0 12, fillx", "[grow,fill,340::]"));
        content.setOpaque(false);
        content.add(Controls.named(text, question), "wmin 200");
        content.add(never);
        DeskDialog dialog = new DeskDialog("call", words.get("call.title"), content);
        Runnable deed = () -> {
            if (never.isSelected()) {
                settings.change(before -> before.withKept(NOT_ASKED, "true"));
            }
            dialog.close();
            yes.run();
        };
        return dialog.trailing(Buttons.plain("call.no", words.get("dialog.cancel"), dialog::close))
                .standard(Buttons.primary("call.yes", words.get("call.yes"), deed));
    }
}
