package io.heliograph.client.swing.emoji;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The emoji of the desktop, one for all of its parts: read and drawn away from the event thread, and painted when they
 * are ready.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
public final class EmojiStock {
    private final Locale locale;
    private final Executor worker;
    private final Executor events;
    private final EmojiPictures pictures = new EmojiPictures();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Set<Wanted> wanted = new LinkedHashSet<>();
    private final Set<Runnable> hopeful = new LinkedHashSet<>();
    private @Nullable EmojiTable table;
    private boolean drawing;

    private record Wanted(String picture, int sizePx) {}

    /** Names are those of the language of {@code locale}; {@code events} leads to the event thread, from any. */
    public EmojiStock(Locale locale, Executor worker, Executor events) {
        this.locale = locale;
        this.worker = worker;
        this.events = events;
    }

    /** Begins to read; once. */
    public void load() {
        worker.execute(() -> {
            // The first text that is laid out brings up what shapes it: not on the event thread.
            new TextLayout("A", new Font(Font.SANS_SERIF, Font.PLAIN, 12), new FontRenderContext(null, true, true));
            EmojiTable read = new EmojiTable(locale);
            pictures.read();
            events.execute(() -> onRead(read));
        });
    }

    /** Null until it is read. */
    public @Nullable EmojiTable table() {
        return table;
    }

    public EmojiPictures pictures() {
        return pictures;
    }

    /** Runs {@code deed} on the event thread once there is a table: now, or soon. */
    public void whenReady(Runnable deed) {
        if (table == null) {
            waiting.add(deed);
        } else {
            deed.run();
        }
    }

    /**
     * Paints a picture into a square of {@code size} user units; one that was never drawn is left out, and {@code
     * again}, each time the same object, runs when it can be painted.
     */
    public void paint(Graphics2D graphics, String picture, float left, float top, float size, Runnable again) {
        if (!pictures.paintIfReady(graphics, picture, left, top, size)) {
            wanted.add(new Wanted(picture, EmojiPictures.pixels(graphics, size)));
            hopeful.add(again);
            draw();
        }
    }

    private void onRead(EmojiTable read) {
        table = read;
        List<Runnable> ready = List.copyOf(waiting);
        waiting.clear();
        ready.forEach(Runnable::run);
    }

    private void draw() {
        if (drawing) {
            return;
        }
        drawing = true;
        List<Wanted> batch = List.copyOf(wanted);
        List<Runnable> after = List.copyOf(hopeful);
        wanted.clear();
        hopeful.clear();
        worker.execute(() -> {
            batch.forEach(one -> pictures.image(one.picture(), one.sizePx()));
            events.execute(() -> onDrawn(after));
        });
    }

    private void onDrawn(List<Runnable> after) {
        drawing = false;
        after.forEach(Runnable::run);
        if (!wanted.isEmpty()) {
            draw();
        }
    }
}
