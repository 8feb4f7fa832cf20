package io.heliograph.client.swing.emoji;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws emoji at the resolution of the device, and keeps the last of them. The pictures are Twemoji's; they are read
 * when the first is wanted, in some 30 ms, and take 8 MB.
 *
 * <p>Thread-safe: others may draw in advance what the event thread will paint.
 */
public final class EmojiPictures {
    private static final String RESOURCE = "emoji.svg.gz";
    private static final int MAX_KEPT = 1_000;

    private final Map<Key, BufferedImage> kept = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BufferedImage> eldest) {
            return size() > MAX_KEPT;
        }
    };
    private final Map<String, Span> spans = new HashMap<>();
    private byte[] sources = new byte[0];

    private record Key(String picture, int sizePx) {}

    private record Span(int start, int length) {}

    /** Paints a picture into a square of {@code size} user units; nothing if there is no such picture. */
    public void paint(Graphics2D graphics, String picture, float left, float top, float size) {
        draw(graphics, image(picture, pixels(graphics, size)), left, top, size);
    }

    /** Paints a picture that is drawn already; false if it is still to be drawn. */
    boolean paintIfReady(Graphics2D graphics, String picture, float left, float top, float size) {
        BufferedImage ready = kept(new Key(picture, pixels(graphics, size)));
        draw(graphics, ready, left, top, size);
        return ready != null || isUnknown(picture);
    }

    private synchronized boolean isUnknown(String picture) {
        return !spans.isEmpty() && !spans.containsKey(picture);
    }

    /** Reads what all pictures are drawn from, in some 30 ms. */
    synchronized void read() {
        if (spans.isEmpty()) {
            readAll();
        }
    }

    static int pixels(Graphics2D graphics, float size) {
        return Math.max(
                1, (int) Math.round(size * Math.abs(graphics.getTransform().getScaleX())));
    }

    private static void draw(Graphics2D graphics, @Nullable BufferedImage image, float left, float top, float size) {
        if (image != null) {
            int side = Math.round(size);
            graphics.drawImage(image, Math.round(left), Math.round(top), side, side, null);
        }
    }

    private synchronized @Nullable BufferedImage kept(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, BufferedImage image) {
        kept.put(key, image);
    }

    @Nullable
    BufferedImage image(String picture, int sizePx) {
        Key key = new Key(picture, sizePx);
        BufferedImage known = kept(key);
        if (known != null) {
            return known;
        }
        SVGDocument document = document(picture);
        if (document == null) {
            return null;
        }
        BufferedImage image = new BufferedImage(sizePx, sizePx, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((Component) null, graphics, new ViewBox(0, 0, sizePx, sizePx));
        graphics.dispose();
        keep(key, image);
        return image;
    }

    private @Nullable SVGDocument document(String picture) {
        ByteArrayInputStream source = source(picture);
        return source == null ? null : new SVGLoader().load(source, null, LoaderContext.createDefault());
    }

    private synchronized @Nullable ByteArrayInputStream source(String picture) {
        read();
        Span span = spans.get(picture);
        return span == null ? null : new ByteArrayInputStream(sources, span.start(), span.length());
    }

    /** One line for each picture: its name, a tab, its SVG. */
    private void readAll() {
        InputStream resource = Objects.requireNonNull(EmojiPictures.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (InputStream unpacked = new GZIPInputStream(resource, 1 << 16)) {
            sources = unpacked.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        int start = 0;
        for (int index = 0; index < sources.length; index++) {
            if (sources[index] == '\n') {
                addLine(start, index);
                start = index + 1;
            }
        }
    }

    private void addLine(int start, int end) {
        int tab = start;
        while (sources[tab] != '\t') {
            tab++;
        }
        String name = new String(Arrays.copyOfRange(sources, start, tab), StandardCharsets.US_ASCII);
        spans.put(name, new Span(tab + 1, end - tab - 1));
    }
}
