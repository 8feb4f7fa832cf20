package io.heliograph.common.frame;

/** Record numbers from {@code low} to {@code high}, both inclusive. */
public record SeqRange(long high, long low) {
    public SeqRange {
        if (low < 0 || low > high) {
            throw new IllegalArgumentException("range " + high + ".." + low);
        }
    }
}
