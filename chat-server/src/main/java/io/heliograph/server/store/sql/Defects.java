package io.heliograph.server.store.sql;

/** Says where something went wrong without saying with what: messages of exceptions may quote content. */
final class Defects {
    private static final int FRAMES = 4;

    private Defects() {}

    /** The type and the topmost frames; the database's own words, which name columns and never values. */
    static String describe(RuntimeException defect) {
        StringBuilder text = new StringBuilder(defect.getClass().getSimpleName());
        if (defect instanceof SqlFailure) {
            text.append(" (").append(defect.getMessage()).append(')');
        }
        StackTraceElement[] frames = defect.getStackTrace();
        for (int index = 0; index < Math.min(FRAMES, frames.length); index++) {
            text.append(index == 0 ? " at " : " < ").append(frames[index].getFileName());
            text.append(':').append(frames[index].getLineNumber());
        }
        return text.toString();
    }
}
