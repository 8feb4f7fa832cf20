package io.heliograph.client.swing;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

/**
 * Writes down each change of a component by a thread that is not the event thread: what is to be painted or laid out
 * anew, and what is put into a container or shown. No thread is exempt, and {@code repaint()} counts, although the
 * toolkit would allow it.
 *
 * <p>Thread-safe.
 */
final class EdtChecker extends RepaintManager implements AutoCloseable {
    private static final int MAX_FRAMES = 12;
    private static final String OWN = "io.heliograph";

    private final Set<String> found = new LinkedHashSet<>();
    private final AWTEventListener containers = event -> look(event.getSource());
    private RepaintManager before = this;

    private EdtChecker() {}

    /** Before the window is made, so that its making is checked too. */
    static EdtChecker install() throws Exception {
        EdtChecker checker = new EdtChecker();
        SwingUtilities.invokeAndWait(() -> {
            checker.before = RepaintManager.currentManager((Component) null);
            RepaintManager.setCurrentManager(checker);
        });
        // These are told by the thread that makes the change, at once.
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(checker.containers, AWTEvent.CONTAINER_EVENT_MASK | AWTEvent.HIERARCHY_EVENT_MASK);
        return checker;
    }

    /** Each place once: the component, and who came there. */
    List<String> found() {
        synchronized (found) {
            return List.copyOf(found);
        }
    }

    @Override
    public void close() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(containers);
        try {
            SwingUtilities.invokeAndWait(() -> RepaintManager.setCurrentManager(before));
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
        look(component);
        super.addDirtyRegion(component, x, y, width, height);
    }

    @Override
    public synchronized void addInvalidComponent(JComponent component) {
        look(component);
        super.addInvalidComponent(component);
    }

    @Override
    public void markCompletelyDirty(JComponent component) {
        look(component);
        super.markCompletelyDirty(component);
    }

    private void look(Object component) {
        if (SwingUtilities.isEventDispatchThread()) {
            return;
        }
        StackTraceElement[] stack = Thread.currentThread().getStackTrace();
        String where = Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith(OWN)
                        && !frame.getClassName().equals(EdtChecker.class.getName()))
                .limit(MAX_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        synchronized (found) {
            found.add(component.getClass().getName() + " by "
                    + Thread.currentThread().getName() + ": " + where);
        }
    }
}
