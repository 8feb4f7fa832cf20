package io.heliograph.client.swing.notify;

/**
 * Two short notes, made and not recorded: 16 bits, one channel, little end first. Pure functions.
 *
 * <p>Thread-safe.
 */
final class Chime {
    static final int RATE_HZ = 44_100;

    private static final int NOTE_SAMPLES = RATE_HZ * 14 / 100;
    private static final int TAIL_SAMPLES = RATE_HZ * 22 / 100;
    private static final double LOUDNESS = 0.22;
    private static final double ATTACK_SAMPLES = RATE_HZ * 0.004;
    private static final double DECAY_SAMPLES = RATE_HZ * 0.06;
    /** E and the A above it; for what is for the user alone, that A and the E above it. */
    private static final double LOW_HZ = 659.26;

    private static final double MIDDLE_HZ = 880.0;
    private static final double HIGH_HZ = 1_318.51;

    private Chime() {}

    /** {@code personal}: for the user alone, a step higher. */
    static byte[] samples(boolean personal) {
        double[] notesHz = personal ? new double[] {MIDDLE_HZ, HIGH_HZ} : new double[] {LOW_HZ, MIDDLE_HZ};
        int count = NOTE_SAMPLES + TAIL_SAMPLES;
        byte[] octets = new byte[count * 2];
        for (int at = 0; at < count; at++) {
            double value = note(notesHz[0], at) + note(notesHz[1], at - NOTE_SAMPLES);
            short sample = (short) Math.round(value * LOUDNESS * Short.MAX_VALUE);
            octets[2 * at] = (byte) sample;
            octets[2 * at + 1] = (byte) (sample >> 8);
        }
        return octets;
    }

    /** Comes quickly and dies away; silent before its time. */
    private static double note(double frequencyHz, int at) {
        if (at < 0) {
            return 0;
        }
        double attack = Math.min(1, at / ATTACK_SAMPLES);
        double wave = Math.sin(2 * Math.PI * frequencyHz * at / RATE_HZ)
                + 0.3 * Math.sin(4 * Math.PI * frequencyHz * at / RATE_HZ);
        return attack * Math.exp(-at / DECAY_SAMPLES) * wave / 1.3;
    }
}
