package io.heliograph.client.swing.shell;

/** The window as the lock sees it. Decides nothing. */
final class LockDesk implements LockView {
    private final MainPanel window;

    LockDesk(MainPanel window) {
        this.window = window;
    }

    @Override
    public void showLocked(boolean locked) {
        window.showLocked(locked);
        if (locked) {
            window.lock().focus();
        } else {
            window.composer().focus();
        }
    }

    @Override
    public void showProblem(String line) {
        window.lock().showProblem(line);
    }

    @Override
    public void setBusy(boolean busy) {
        window.lock().setBusy(busy);
    }
}
