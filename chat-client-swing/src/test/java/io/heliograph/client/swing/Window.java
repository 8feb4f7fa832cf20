package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.MenuSelectionManager;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/** A window as a person has it: found by names, worked with keys and mouse. */
final class Window implements AutoCloseable {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final int DRAG_STEPS = 12;
    private static final Set<AccessibleRole> SPOKEN = Set.of(
            AccessibleRole.PUSH_BUTTON,
            AccessibleRole.TOGGLE_BUTTON,
            AccessibleRole.CHECK_BOX,
            AccessibleRole.TEXT,
            AccessibleRole.PASSWORD_TEXT,
            AccessibleRole.LIST,
            AccessibleRole.PROGRESS_BAR);

    private final JFrame frame;
    private final Robot robot;

    private Window(JFrame frame) throws AWTException {
        this.frame = frame;
        this.robot = new Robot();
        robot.setAutoDelay(10);
    }

    static Window await(String title) throws Exception {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs) {
            for (Frame frame : Frame.getFrames()) {
                if (frame instanceof JFrame found && found.isShowing() && title.equals(found.getTitle())) {
                    return new Window(found);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return fail("no window " + title);
    }

    void until(String what, Callable<Boolean> isSo) throws Exception {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs) {
            if (edt(isSo)) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        shoot(Path.of("target", "screenshots", "failed.png"));
        fail("waited in vain for " + what);
    }

    /** As a person leaves. */
    @Override
    public void close() {
        key(KeyEvent.VK_Q, KeyEvent.VK_CONTROL);
    }

    /** Keys go to it, and to none of its dialogs. */
    boolean isInFront() {
        return frame.isActive() && frame.getFocusOwner() != null;
    }

    /** Keys go to the dialog named {@code name}. */
    static boolean isActive(String name) {
        java.awt.Window active =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
        return active != null && name.equals(active.getName()) && active.getFocusOwner() != null;
    }

    <T extends Component> T find(Class<T> type, String name) {
        List<Component> all = new ArrayList<>();
        collect(frame, all);
        for (java.awt.Window one : java.awt.Window.getWindows()) {
            if (one.isShowing()) {
                collect(one, all);
            }
        }
        return all.stream()
                .filter(component -> name.equals(component.getName()) && type.isInstance(component))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    /** The words of a button, wherever it is, pressed as by a person without a mouse. */
    void press(String name) throws Exception {
        gesture(() -> find(AbstractButton.class, name).doClick(0));
    }

    /** What the screen shows, with all windows on it. */
    void shootScreen(Path file) throws Exception {
        robot.waitForIdle();
        Rectangle all = frame.getGraphicsConfiguration().getBounds();
        Rectangle seen = edt(frame::getBounds);
        for (java.awt.Window one : java.awt.Window.getWindows()) {
            if (one.isShowing()) {
                seen = seen.union(one.getBounds());
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(robot.createScreenCapture(seen.intersection(all)), "png", file.toFile());
    }

    boolean shown(Class<? extends Component> type, String name) {
        return find(type, name).isShowing();
    }

    /** Whether something of this name is seen, in the window or in one of its own, as menus are. */
    boolean shows(String name) {
        List<Component> all = new ArrayList<>();
        for (java.awt.Window one : java.awt.Window.getWindows()) {
            collect(one, all);
        }
        return all.stream().anyMatch(component -> name.equals(component.getName()) && component.isShowing());
    }

    /** True if there is such a thing, and it is shown. */
    boolean has(String name) {
        List<Component> all = new ArrayList<>();
        collect(frame, all);
        return all.stream().anyMatch(component -> name.equals(component.getName()) && component.isShowing());
    }

    /** Each row as a screen reader has it. */
    List<String> names(String list) {
        AccessibleContext rows = find(JComponent.class, list).getAccessibleContext();
        List<String> names = new ArrayList<>();
        for (int index = 0; index < rows.getAccessibleChildrenCount(); index++) {
            names.add(String.valueOf(
                    rows.getAccessibleChild(index).getAccessibleContext().getAccessibleName()));
        }
        return names;
    }

    void fill(String name, String text) throws Exception {
        gesture(() -> find(JTextComponent.class, name).setText(text));
    }

    void focus(String name) throws Exception {
        edt(() -> find(Component.class, name).requestFocusInWindow());
        until("the focus at " + name, () -> find(Component.class, name).isFocusOwner());
    }

    void click(Class<? extends Component> type, String name) throws Exception {
        click(InputEvent.BUTTON1_DOWN_MASK, middle(name, type));
    }

    void clickAt(Point at) {
        click(InputEvent.BUTTON1_DOWN_MASK, at);
    }

    /** The dialog for files that is open; null for none. On the event thread. */
    @Nullable
    JFileChooser chooser() {
        List<Component> all = new ArrayList<>();
        for (java.awt.Window one : java.awt.Window.getWindows()) {
            collect(one, all);
        }
        return all.stream()
                .filter(component -> component instanceof JFileChooser && component.isShowing())
                .map(JFileChooser.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Names {@code file} in the dialog that is open, and takes it. */
    void chooseFile(Path file) throws Exception {
        gesture(() -> {
            JFileChooser open = chooser();
            if (open != null) {
                open.setSelectedFile(file.toFile());
                open.approveSelection();
            }
        });
    }

    /** The first row of {@code list} that holds {@code part}, with the button for menus or the other. */
    void clickRow(String list, String part, boolean menu) throws Exception {
        until(part, () -> row(list, part) >= 0);
        click(menu ? InputEvent.BUTTON3_DOWN_MASK : InputEvent.BUTTON1_DOWN_MASK, rowAt(list, part));
    }

    /** The middle of that row on the screen. */
    Point rowAt(String list, String part) throws Exception {
        return edt(() -> {
            JList<?> rows = find(JList.class, list);
            int index = row(list, part);
            rows.ensureIndexIsVisible(index);
            Rectangle cell = rows.getCellBounds(index, index);
            Point corner = rows.getLocationOnScreen();
            corner.translate(cell.x + cell.width / 2, cell.y + cell.height / 2);
            return corner;
        });
    }

    /** The middle of a component on the screen. */
    Point middle(String name, Class<? extends Component> type) throws Exception {
        return edt(() -> {
            Component component = find(type, name);
            Point corner = component.getLocationOnScreen();
            corner.translate(component.getWidth() / 2, component.getHeight() / 2);
            return corner;
        });
    }

    /** The item of a menu that is open, by what it says. */
    void choose(String text) throws Exception {
        until("the item " + text, () -> item(text) != null);
        gesture(() -> {
            JMenuItem item = item(text);
            MenuSelectionManager.defaultManager().clearSelectedPath();
            if (item != null) {
                item.doClick(0);
            }
        });
    }

    /** What is offered by the menus that are open. */
    static List<String> items() {
        List<Component> all = new ArrayList<>();
        for (java.awt.Window one : java.awt.Window.getWindows()) {
            collect(one, all);
        }
        return all.stream()
                .filter(component -> component instanceof JMenuItem && component.isShowing())
                .map(component -> ((JMenuItem) component).getText())
                .toList();
    }

    private static @Nullable JMenuItem item(String text) {
        List<Component> all = new ArrayList<>();
        for (java.awt.Window one : java.awt.Window.getWindows()) {
            collect(one, all);
        }
        return all.stream()
                .filter(component ->
                        component instanceof JMenuItem item && item.isShowing() && text.equals(item.getText()))
                .map(JMenuItem.class::cast)
                .findFirst()
                .orElse(null);
    }

    private int row(String list, String part) {
        List<String> names = names(list);
        for (int index = 0; index < names.size(); index++) {
            if (names.get(index).contains(part)) {
                return index;
            }
        }
        return -1;
    }

    private void click(int button, Point at) {
        robot.mouseMove(at.x, at.y);
        robot.mousePress(button);
        robot.mouseRelease(button);
        robot.waitForIdle();
    }

    /** Takes what is at {@code from} along to {@code to} and lets go there. */
    void drag(Point from, Point to) {
        carry(from, to);
        letGo();
    }

    /** Takes it along, and holds it there. */
    void carry(Point from, Point to) {
        robot.mouseMove(from.x, from.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int step = 1; step <= DRAG_STEPS; step++) {
            robot.mouseMove(from.x + (to.x - from.x) * step / DRAG_STEPS, from.y + (to.y - from.y) * step / DRAG_STEPS);
            robot.waitForIdle();
        }
    }

    void letGo() {
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
    }

    /** Towards whoever looks, or away from them. */
    void turnWheel(Point at, int steps) {
        robot.mouseMove(at.x, at.y);
        robot.mouseWheel(steps);
        robot.waitForIdle();
    }

    void type(String text) {
        for (int index = 0; index < text.length(); index++) {
            int key = KeyEvent.getExtendedKeyCodeForChar(text.charAt(index));
            robot.keyPress(key);
            robot.keyRelease(key);
        }
        robot.waitForIdle();
    }

    void key(int key, int... held) {
        for (int modifier : held) {
            robot.keyPress(modifier);
        }
        robot.keyPress(key);
        robot.keyRelease(key);
        for (int modifier : held) {
            robot.keyRelease(modifier);
        }
        robot.waitForIdle();
    }

    void shoot(Path file) throws Exception {
        BufferedImage image = edt(() -> {
            BufferedImage made = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = made.createGraphics();
            frame.paint(g);
            g.dispose();
            return made;
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /** What a screen reader has no words for. */
    List<String> unnamed() throws Exception {
        return edt(() -> {
            List<Component> all = new ArrayList<>();
            for (java.awt.Window one : java.awt.Window.getWindows()) {
                if (one instanceof RootPaneContainer root && one.isShowing()) {
                    collect(root.getContentPane(), all);
                }
            }
            List<String> found = new ArrayList<>();
            for (Component component : all) {
                if (component.isShowing() && isUnnamed(component)) {
                    found.add(component.getClass().getName() + " " + component.getName() + " in "
                            + component.getParent().getName());
                }
            }
            return found;
        });
    }

    /** The toolkit's own parts, arrows of scroll bars and the like, speak for the part they belong to. */
    private static boolean isUnnamed(Component component) {
        AccessibleContext context =
                component instanceof Accessible accessible ? accessible.getAccessibleContext() : null;
        if (context == null || component.getClass().getName().matches(".*(plaf|flatlaf).*")) {
            return false;
        }
        String name = context.getAccessibleName();
        return SPOKEN.contains(context.getAccessibleRole()) && (name == null || name.isBlank());
    }

    private static void collect(Component component, List<Component> all) {
        all.add(component);
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                collect(child, all);
            }
        }
    }

    /** An event of its own, and no question of the test's: what it takes is measured. */
    static void gesture(Runnable deed) throws Exception {
        SwingUtilities.invokeAndWait(deed);
    }

    /** What a question of the test's takes is not. */
    static <T> T edt(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }
}
