package io.heliograph.client.swing.notify;

import io.heliograph.client.swing.settings.NotificationKeys;
import io.heliograph.client.swing.settings.Settings;
import java.awt.Toolkit;
import java.util.concurrent.Executor;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;

/**
 * What a notification sounds like: nothing at first, a chime of our own, or the beep of the system.
 *
 * <p>Event dispatch thread only.
 */
final class Sounds {
    static final String CHIME = "chime";
    /** Older than the chime. */
    static final String BEEP = "yes";

    private final Settings settings;
    private final Executor worker;

    /** {@code worker}: opening a device may take long. */
    Sounds(Settings settings, Executor worker) {
        this.settings = settings;
        this.worker = worker;
    }

    void play(boolean personal) {
        String chosen = settings.get().kept(NotificationKeys.SOUND);
        if (chosen.equals(CHIME)) {
            worker.execute(() -> chime(personal));
        } else if (chosen.equals(BEEP)) {
            Toolkit.getDefaultToolkit().beep();
        }
    }

    private static void chime(boolean personal) {
        byte[] samples = Chime.samples(personal);
        try {
            Clip clip = AudioSystem.getClip();
            clip.addLineListener(event -> {
                if (LineEvent.Type.STOP.equals(event.getType())) {
                    event.getLine().close();
                }
            });
            clip.open(new AudioFormat(Chime.RATE_HZ, 16, 1, true, false), samples, 0, samples.length);
            clip.start();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException noDevice) {
            Toolkit.getDefaultToolkit().beep(); // there is no device for sounds, or somebody else has it
        }
    }
}
