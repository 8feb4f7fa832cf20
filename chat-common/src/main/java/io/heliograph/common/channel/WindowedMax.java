package io.heliograph.common.channel;

/** The largest of the values seen during the last rounds, by the three best of Kathleen Nichols. Not thread-safe. */
final class WindowedMax {
    private final long windowRounds;
    private final long[] value = new long[3];
    private final long[] round = new long[3];

    WindowedMax(long windowRounds) {
        this.windowRounds = windowRounds;
    }

    void reset() {
        fill(0, 0);
    }

    void update(long sample, long atRound) {
        if (sample >= value[0] || atRound - round[2] > windowRounds) {
            fill(sample, atRound);
            return;
        }
        if (sample >= value[1]) {
            set(1, sample, atRound);
            set(2, sample, atRound);
        } else if (sample >= value[2]) {
            set(2, sample, atRound);
        }
        expire(sample, atRound);
    }

    long best() {
        return value[0];
    }

    private void expire(long sample, long atRound) {
        if (atRound - round[0] > windowRounds) {
            set(0, value[1], round[1]);
            set(1, value[2], round[2]);
            set(2, sample, atRound);
            if (atRound - round[0] > windowRounds) {
                set(0, value[1], round[1]);
                set(1, value[2], round[2]);
            }
        } else if (round[1] == round[0] && atRound - round[1] > windowRounds / 4) {
            set(1, sample, atRound);
            set(2, sample, atRound);
        } else if (round[2] == round[1] && atRound - round[2] > windowRounds / 2) {
            set(2, sample, atRound);
        }
    }

    private void fill(long sample, long atRound) {
        for (int i = 0; i < value.length; i++) {
            set(i, sample, atRound);
        }
    }

    private void set(int i, long sample, long atRound) {
        value[i] = sample;
        round[i] = atRound;
    }
}
