package io.heliograph.client.swing.sending;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.feature.LateSurface;
import io.heliograph.client.swing.theme.Snapshots;
import io.heliograph.client.swing.words.Words;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;

/** The sheet painted without a display, for people to look at. */
class SendSheetPaintTest {
    @Test
    void showsWhatIsSent() {
        Snapshots.onEventThread(() -> {
            for (boolean dark : new boolean[] {false, true}) {
                Snapshots.theme(dark);
                String theme = dark ? "dark" : "light";
                Parcel photo = new Parcel(
                        Path.of("photo.jpg"), "view from the train.jpg", 4_812_000, false, 1, picture(), true);
                Parcel paper = new Parcel(Path.of("x"), "threat-model-v3.pdf", 2_412_000, false, 1, null, false);
                Parcel project = new Parcel(Path.of("x"), "project", 12_412_000, true, 214, null, false);
                shoot(Locale.ENGLISH, List.of(photo), "send-photo-" + theme);
                shoot(Locale.GERMAN, List.of(photo, paper, project), "send-three-" + theme);
            }
            return true;
        });
    }

    private static void shoot(Locale locale, List<Parcel> parcels, String name) {
        JComponent body = new SendSheetDialog(Words.in(locale), new LateSurface())
                .make(Target.room("lab"), parcels, new SendSheet.Answer() {
                    @Override
                    public void onSend(String caption, boolean smaller) {}

                    @Override
                    public void onCancel() {}
                })
                .body();
        body.setSize(body.getPreferredSize());
        assertTrue(Snapshots.shoot(body, "chat", 2, name).getWidth() > 600);
    }

    private static BufferedImage picture() {
        BufferedImage image = new BufferedImage(400, 260, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(0x2B3A67), 400, 260, new Color(0xF2B366)));
        g.fillRect(0, 0, 400, 260);
        g.dispose();
        return image;
    }
}
