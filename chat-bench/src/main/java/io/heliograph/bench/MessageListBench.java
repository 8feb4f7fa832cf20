package io.heliograph.bench;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiTable;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.client.swing.messages.MessageList;
import io.heliograph.client.swing.messages.MessageListModel;
import io.heliograph.client.swing.messages.MessagePanel;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.theme.Accent;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.ThemeName;
import io.heliograph.client.swing.theme.Themes;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/**
 * How fast a long conversation opens, grows and scrolls. Painted into an image of the size of a window, whole each
 * time, so that it needs no display and flatters nothing. Times are of the processor, so that a busy machine measures
 * the same.
 *
 * <p>Not thread-safe; its measuring runs on the event thread.
 */
final class MessageListBench {
    private static final Target ROOM = new Target("#bench");
    private static final int WIDTH = 920;
    private static final int HEIGHT = 860;
    private static final int FRAMES = 400;
    private static final int APPENDS = 200;
    private static final int WHEEL_PX = 120;
    private static final long FIRST_MS = 1_760_000_000_000L;
    private static final long STEP_MS = 97_000;
    private static final int PEOPLE = 7;
    private static final String[] PARTS = {
        "the crew meets at noon below deck",
        "engine report is late again,",
        "who has the keys for the store room?",
        "**please** look at it tonight",
        "see https://example.org/report/2481",
        "weather turns 🌧️ soon",
        "café, Ölstand geprüft",
        "works for me 👍🏽",
        "@anna could you check",
        "and `mvn verify` is green 🎉",
    };

    private final MessageListModel model = new MessageListModel(ROOM, ZoneOffset.UTC);
    private final EmojiText emoji = new EmojiText(new EmojiTable(Locale.ENGLISH));
    private final EmojiPictures pictures = new EmojiPictures();
    private final BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final int rows;

    private MessageListBench(int rows) {
        this.rows = rows;
    }

    /** One line. */
    static String run(int rows) throws InterruptedException {
        String[] line = {""};
        MessageListBench bench = new MessageListBench(rows);
        List<ShownEntry> entries = bench.entries();
        try {
            SwingUtilities.invokeAndWait(() -> line[0] = bench.measure(entries));
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        return line[0];
    }

    private String measure(List<ShownEntry> entries) {
        System.setProperty("flatlaf.useNativeLibrary", "false");
        System.setProperty("flatlaf.uiScale", "1");
        new Themes(() -> false, true, Runnable::run).install(new Appearance(ThemeName.LIGHT, Accent.BLUE, 100));
        long startNs = nowNs();
        model.accept(new ClientEvent.PageShown(ROOM, entries, false));
        double modelMs = sinceMs(startNs);
        startNs = nowNs();
        long wallNs = System.nanoTime();
        MessagePanel panel = open();
        double openMs = sinceMs(startNs);
        double openWallMs = (System.nanoTime() - wallNs) / 1e6;
        startNs = nowNs();
        open();
        double againMs = sinceMs(startNs);
        JViewport viewport = viewport(panel);
        double[] scroll = frames(FRAMES, frame -> moveBy(viewport, -WHEEL_PX), panel);
        double[] jump = frames(FRAMES / 4, frame -> jumpTo(viewport, frame), panel);
        panel.messages().scrollToEnd();
        double[] append = frames(APPENDS, frame -> append(rows + 1L + frame), panel);
        startNs = nowNs();
        panel.setSize(WIDTH - 100, HEIGHT);
        layOut(panel);
        paint(panel);
        double resizeMs = sinceMs(startNs);
        return String.format(
                Locale.ROOT,
                "list        %,d messages: model %.0f ms, opened and painted in %.0f ms at first"
                        + " (%.0f ms by the clock), then %.0f ms;"
                        + " scrolled frame %.1f ms, p95 %.1f; jump %.1f ms, p95 %.1f;"
                        + " appended and painted %.1f ms, p95 %.1f; another width %.0f ms",
                rows,
                modelMs,
                openMs,
                openWallMs,
                againMs,
                mean(scroll),
                p95(scroll),
                mean(jump),
                p95(jump),
                mean(append),
                p95(append),
                resizeMs);
    }

    private MessagePanel open() {
        MessageWords words = new MessageWords(Words.in(Locale.UK), ZoneOffset.UTC);
        MessageList list = new MessageList(
                new MessageList.Parts(model, words, () -> LocalDate.of(2026, 1, 1), emoji, pictures, () -> "user0"));
        MessagePanel panel = new MessagePanel(list);
        panel.setSize(WIDTH, HEIGHT);
        layOut(panel);
        paint(panel);
        return panel;
    }

    private double[] frames(int count, IntConsumer before, MessagePanel panel) {
        double[] takenMs = new double[count];
        for (int frame = 0; frame < count; frame++) {
            long startNs = nowNs();
            before.accept(frame);
            paint(panel);
            takenMs[frame] = sinceMs(startNs);
        }
        return takenMs;
    }

    private void append(long seq) {
        model.accept(new ClientEvent.EntryShown(ROOM, entry(seq), true));
    }

    private static void moveBy(JViewport viewport, int pixels) {
        viewport.setViewPosition(new Point(0, Math.max(0, viewport.getViewPosition().y + pixels)));
    }

    private static void jumpTo(JViewport viewport, int frame) {
        long range = (long) viewport.getViewSize().height - HEIGHT;
        viewport.setViewPosition(new Point(0, (int) (range * (frame * 37L % 101) / 101)));
    }

    private void paint(MessagePanel panel) {
        Graphics2D graphics = screen.createGraphics();
        panel.print(graphics);
        graphics.dispose();
    }

    private List<ShownEntry> entries() {
        List<ShownEntry> entries = new ArrayList<>(rows);
        for (long seq = 1; seq <= rows; seq++) {
            entries.add(entry(seq));
        }
        return entries;
    }

    private static ShownEntry entry(long seq) {
        StringBuilder text = new StringBuilder();
        long mix = seq * 2_654_435_761L;
        for (long part = 0; part <= Math.floorMod(mix >>> 8, 7L); part++) {
            text.append(part == 0 ? "" : seq % 11 == 0 ? "\n" : " ")
                    .append(PARTS[(int) Math.floorMod((mix >>> 12) + part * 3, (long) PARTS.length)]);
        }
        long author = Math.floorMod(mix >>> 5, (long) PEOPLE);
        MessageId id = new MessageId(Bytes.copyOf(ByteBuffer.allocate(MessageId.LENGTH_BYTES)
                .putLong(seq)
                .putLong(1)
                .array()));
        List<ShownEntry.Reaction> reactions =
                seq % 9 == 0 ? List.of(new ShownEntry.Reaction("🎉", List.of("anna", "ben"))) : List.of();
        long answered = seq % 13 == 0 && seq > 20 ? seq - 7 : 0;
        return new ShownEntry(
                seq,
                id,
                EntryKind.MESSAGE,
                "user" + author,
                author == 0,
                FIRST_MS + seq * STEP_MS,
                text.toString(),
                answered,
                0,
                seq % 17 == 0,
                false,
                false,
                reactions,
                null,
                null,
                null);
    }

    private static JViewport viewport(MessagePanel panel) {
        for (Component child : panel.getComponents()) {
            if (child instanceof JScrollPane scroller) {
                return scroller.getViewport();
            }
        }
        throw new IllegalStateException("the panel has no scroll pane");
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    /** The processor time of this thread: others on the machine do not count. */
    private static long nowNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double sinceMs(long startNs) {
        return (nowNs() - startNs) / 1e6;
    }

    private static double mean(double[] takenMs) {
        return Arrays.stream(takenMs).average().orElse(0);
    }

    private static double p95(double[] takenMs) {
        double[] sorted = takenMs.clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * 0.95)];
    }
}
