package io.heliograph.client.swing.sending;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.feature.LateSurface;
import io.heliograph.client.swing.words.Words;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** The sheet before files are sent. */
public final class SendingPortraits {
    private SendingPortraits() {}

    public static List<Portrait> all() {
        Parcel photo =
                new Parcel(Path.of("photo.jpg"), "view from the train.jpg", 4_812_000, false, 1, picture(), true);
        Parcel paper = new Parcel(Path.of("x"), "threat-model-v3.pdf", 2_412_000, false, 1, null, false);
        Parcel project = new Parcel(Path.of("x"), "project", 12_412_000, true, 214, null, false);
        return List.of(of("send-photo", photo), of("send-three", photo, paper, project));
    }

    private static Portrait of(String name, Parcel... parcels) {
        return Portrait.of(name, locale -> new SendSheetDialog(Words.in(locale), new LateSurface())
                .make(Target.room("lab"), List.of(parcels), Portrait.nothing(SendSheet.Answer.class))
                .body());
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
