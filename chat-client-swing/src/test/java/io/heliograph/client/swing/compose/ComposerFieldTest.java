package io.heliograph.client.swing.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.theme.Snapshots;
import java.awt.Font;
import java.util.Locale;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

class ComposerFieldTest {
    @Test
    void theFieldKeepsItsHeightWhenTheLookReachesTheTextLast() {
        Snapshots.onEventThread(() -> {
            Snapshots.theme(false);
            WritingPane pane =
                    new WritingPane(new EmojiStock(Locale.ENGLISH, Runnable::run, Runnable::run), 100, () -> {});
            ComposerField field = new ComposerField(pane, new JLabel());
            int height = field.getPreferredSize().height;
            Font font = pane.getFont();
            pane.setFont(font.deriveFont(font.getSize2D() * 1.5f));
            assertEquals(height, field.getPreferredSize().height, "as long as the line has room in it");
            pane.setFont(font);
            assertEquals(height, field.getPreferredSize().height);
            return true;
        });
    }
}
