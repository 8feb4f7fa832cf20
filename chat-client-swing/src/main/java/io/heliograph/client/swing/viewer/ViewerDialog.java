package io.heliograph.client.swing.viewer;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.dialog.FileChoosing;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.images.PictureReading;
import io.heliograph.client.swing.messages.SizeWords;
import io.heliograph.client.swing.words.Words;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Shows the pictures of a conversation, one at a time: as large as the window, or closer. What is not fetched yet is
 * shown small, with a way to fetch it.
 *
 * <p>Event dispatch thread only; pictures are decoded elsewhere.
 */
public final class ViewerDialog {
    private static final int MAX_SIDE = 4_000;

    private final FeatureGround ground;
    private final Words words;
    private final List<Shown> all;
    private final PictureView view = new PictureView();
    private final JLabel title = Controls.label("", "name");
    private final JLabel detail = Controls.label("", "small");
    private final JButton fetch;
    private final JPanel body = new JPanel(new BorderLayout());
    private int at;
    private int loaded = -1;
    private boolean whole;
    private @Nullable JDialog dialog;

    public ViewerDialog(FeatureGround ground, List<Shown> all, int first) {
        this.ground = ground;
        this.words = ground.words();
        this.all = List.copyOf(all);
        this.at = first;
        this.fetch = Controls.style(new JButton(new Deed("", this::onFetch)), "plain");
        fetch.setName("viewer.fetch");
        Ground bar = new Ground(
                new MigLayout("insets 8 16 8 8, fill, hidemode 3", "[grow,fill][][][][][][][][]", "[]"), "chat", "S");
        JPanel names = new JPanel(new MigLayout("insets 0, wrap, gap 0", "[grow,fill]"));
        names.setOpaque(false);
        names.add(title, "wmin 40");
        names.add(detail, "wmin 40");
        bar.add(names, "wmin 60");
        bar.add(fetch);
        addButton(bar, "chevron-left", "viewer.previous", () -> step(-1));
        addButton(bar, "chevron-right", "viewer.next", () -> step(1));
        addButton(bar, "zoom-out", "viewer.smaller", () -> view.zoom(-2));
        addButton(bar, "zoom-in", "viewer.larger", () -> view.zoom(2));
        addButton(bar, "image", "viewer.actual", view::showActualSize);
        addButton(bar, "copy", "viewer.copy", this::copy);
        addButton(bar, "download", "viewer.save", this::save);
        body.add(bar, BorderLayout.NORTH);
        body.add(view, BorderLayout.CENTER);
        bindKeys();
        load();
    }

    public void show() {
        Window owner = ground.surface().frame();
        JDialog made = new JDialog(owner, words.get("viewer.title"), JDialog.ModalityType.MODELESS);
        made.setName("viewer");
        made.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        made.setContentPane(body);
        Dimension size = owner.getSize();
        made.setSize(Math.max(480, size.width * 9 / 10), Math.max(360, size.height * 9 / 10));
        made.setLocationRelativeTo(owner);
        made.applyComponentOrientation(owner.getComponentOrientation());
        dialog = made;
        made.setVisible(true);
        view.requestFocusInWindow();
    }

    public boolean isOpen() {
        return dialog != null && dialog.isDisplayable();
    }

    /** Some file has come further: perhaps the one that is shown is here now. */
    public void filesChanged() {
        if (!whole && all.get(at).file().get() != null) {
            load();
        }
    }

    /** All of it, without its frame. */
    JComponent body() {
        return body;
    }

    private void addButton(JPanel bar, String icon, String key, Runnable deed) {
        JButton button = Controls.icon(new Deed(words.get(key), deed), icon, 18, "muted");
        button.setName(key);
        bar.add(button);
    }

    private void bindKeys() {
        bind("ESCAPE", this::close);
        bind("LEFT", () -> step(-1));
        bind("RIGHT", () -> step(1));
        bind("PLUS", () -> view.zoom(2));
        bind("shift EQUALS", () -> view.zoom(2));
        bind("ADD", () -> view.zoom(2));
        bind("MINUS", () -> view.zoom(-2));
        bind("SUBTRACT", () -> view.zoom(-2));
        bind("1", view::showActualSize);
        bind("0", view::fit);
        bind("ctrl C", this::copy);
        bind("ctrl S", this::save);
    }

    private void bind(String key, Runnable deed) {
        body.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(key), key);
        body.getActionMap().put(key, new Deed("", deed));
    }

    private void close() {
        if (dialog != null) {
            dialog.dispose();
        }
    }

    private void step(int by) {
        int next = at + by;
        if (next >= 0 && next < all.size()) {
            at = next;
            load();
        }
    }

    /** The whole one, or the small one while that is all there is. */
    private void load() {
        Shown shown = all.get(at);
        Path file = shown.file().get();
        title.setText(shown.name());
        detail.setText(words.get("viewer.detail", at + 1, all.size(), SizeWords.of(shown.sizeBytes())));
        fetch.setText(words.get("viewer.fetch", SizeWords.of(shown.sizeBytes())));
        fetch.setEnabled(true);
        Controls.named(fetch, fetch.getText());
        if (file != null && fetch.isFocusOwner()) {
            view.requestFocusInWindow(); // the button goes, the keys stay
        }
        fetch.setVisible(file == null);
        Controls.named(view, shown.name());
        if (loaded != at) {
            view.show(null); // else the small one stays until the whole one takes its place
        }
        loaded = at;
        whole = file != null;
        int wanted = at;
        ground.worker().execute(() -> {
            BufferedImage original = file == null ? null : PictureReading.of(file, MAX_SIDE);
            BufferedImage read =
                    original == null ? PictureReading.of(shown.thumbnail().toArray(), MAX_SIDE) : original;
            ground.events().execute(() -> {
                if (wanted == at) {
                    view.show(read);
                }
            });
        });
    }

    private void onFetch() {
        all.get(at).fetch().run();
        if (fetch.isFocusOwner()) {
            view.requestFocusInWindow(); // a button that cannot be pressed gives the keys to the one beside it
        }
        fetch.setEnabled(false);
        fetch.setText(words.get("viewer.fetching"));
    }

    private void copy() {
        BufferedImage picture = view.picture();
        if (picture != null) {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new PictureContent(picture), null);
        }
    }

    private void save() {
        Path file = all.get(at).file().get();
        if (file == null) {
            onFetch();
            return;
        }
        new FileChoosing(
                        ground.events(), () -> dialog == null ? ground.surface().frame() : dialog)
                .save(
                        chooser -> chooser.setSelectedFile(new File(String.valueOf(file.getFileName()))),
                        chooser -> keep(file, chooser.getSelectedFile().toPath()));
    }

    private void keep(Path file, Path to) {
        ground.worker().execute(() -> {
            String key = copied(file, to) ? "viewer.saved" : "viewer.notSaved";
            ground.events().execute(() -> detail.setText(words.get(key, to.toString())));
        });
    }

    /** False if something is there already, or nothing can be written. */
    private static boolean copied(Path file, Path to) {
        try {
            Files.copy(file, to);
            return true;
        } catch (IOException e) {
            return false; // said in the window
        }
    }
}
