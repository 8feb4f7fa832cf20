package io.heliograph.client.swing.shell;

/** What hides everything. Event dispatch thread only. */
interface LockView {
    void showLocked(boolean locked);

    /** Empty for nothing; the field is cleared. */
    void showProblem(String line);

    /** While the passphrase is tried. */
    void setBusy(boolean busy);
}
