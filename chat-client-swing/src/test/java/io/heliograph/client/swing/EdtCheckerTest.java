package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.net.NamedThreads;
import java.util.List;
import java.util.concurrent.FutureTask;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker that stands over every window test sees what it is there for. */
class EdtCheckerTest {
    private EdtChecker checker;
    private JPanel panel;
    private JLabel label;

    @BeforeEach
    void makeParts() throws Exception {
        checker = EdtChecker.install();
        label = onEventThread(() -> new JLabel("before"));
        panel = onEventThread(JPanel::new);
        onEventThread(() -> panel.add(label));
        assertEquals(List.of(), checker.found());
    }

    @AfterEach
    void stop() {
        checker.close();
    }

    @Test
    void seesATextThatAnotherThreadChanges() throws Exception {
        elsewhere(() -> label.setText("after"));
        assertTrue(checker.found()
                .get(0)
                .startsWith("javax.swing.JLabel by elsewhere: " + getClass().getName()));
    }

    @Test
    void seesAPartThatAnotherThreadAdds() throws Exception {
        JPanel other = onEventThread(JPanel::new);
        elsewhere(() -> panel.add(other));
        assertFalse(checker.found().isEmpty());
    }

    @Test
    void seesARepaintByAnotherThread() throws Exception {
        elsewhere(label::repaint);
        assertEquals(1, checker.found().size());
    }

    @Test
    void seesNothingInWhatTheEventThreadDoes() throws Exception {
        onEventThread(() -> {
            label.setText("after");
            panel.remove(label);
            panel.revalidate();
            panel.repaint();
            return panel;
        });
        assertEquals(List.of(), checker.found());
    }

    private static void elsewhere(Runnable deed) throws InterruptedException {
        Thread thread = NamedThreads.make("elsewhere", deed);
        thread.start();
        thread.join();
    }

    private static <T> T onEventThread(java.util.concurrent.Callable<T> deed) throws Exception {
        FutureTask<T> task = new FutureTask<>(deed);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }
}
