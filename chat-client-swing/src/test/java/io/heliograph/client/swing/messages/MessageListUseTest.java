package io.heliograph.client.swing.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.messages.Entries.Draft;
import io.heliograph.client.swing.theme.Snapshots;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

/** What the user does with the list, by mouse, by keyboard and by ear. */
class MessageListUseTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    @Test
    void aSelectionOverMessagesIsCopiedWithNamesAndTimesAndRealEmoji() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.likeTheDesign(), WIDTH, HEIGHT);
            stage.list.selection().start(3, "Morning ".length());
            stage.list.selection().extend(4, "Wow 😍".length());
            assertEquals(
                    "[13 Nov 2026, 08:41] Marek Dvořák: ☕ here is the view from the train\n"
                            + "[13 Nov 2026, 08:44] Jan: Wow 😍",
                    stage.list.selectedText());
            return true;
        });
    }

    @Test
    void draggingSelectsWhatIsUnderThePointer() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.likeTheDesign(), WIDTH, HEIGHT);
            PlacedText text = Objects.requireNonNull(stage.list.layoutOf(5).text());
            int y = stage.list.view().topOf(5) + Math.round(text.top()) + 10;
            mouse(stage, MouseEvent.MOUSE_PRESSED, Math.round(text.left()), y);
            mouse(
                    stage,
                    MouseEvent.MOUSE_DRAGGED,
                    Math.round(text.left() + text.flow().width()) + 40,
                    y);
            mouse(
                    stage,
                    MouseEvent.MOUSE_RELEASED,
                    Math.round(text.left() + text.flow().width()) + 40,
                    y);
            assertEquals("Please read before the review at 15:00", stage.list.selectedText());
            return true;
        });
    }

    @Test
    void aPressOnALinkAQuoteAReactionAndTheBarReachesTheListener() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.likeTheDesign(), WIDTH, HEIGHT);
            List<String> heard = new ArrayList<>();
            stage.list.addMessageListListener(new Hearing(heard));
            PlacedText text = Objects.requireNonNull(stage.list.layoutOf(1).text());
            click(stage, Math.round(text.left() + text.flow().width()) - 10, 1, Math.round(text.top()) + 10);
            Rectangle2D reaction = area(stage, 6, Spot.Kind.REACTION);
            click(stage, (int) reaction.getCenterX(), 6, (int) reaction.getCenterY());
            Rectangle2D file = area(stage, 5, Spot.Kind.FILE);
            click(stage, (int) file.getCenterX(), 5, (int) file.getCenterY());
            Rectangle2D ticks = area(stage, 4, Spot.Kind.DETAILS);
            click(stage, (int) ticks.getCenterX(), 4, (int) ticks.getCenterY());
            Rectangle2D bubble = stage.list.layoutOf(7).bubble();
            stage.list.hoverRow(7);
            click(stage, (int) bubble.getMaxX() + 60, 7, (int) bubble.getCenterY());
            Rectangle2D quote = area(stage, 6, Spot.Kind.QUOTE);
            click(stage, (int) quote.getCenterX(), 6, (int) quote.getCenterY());
            assertEquals(
                    List.of("link https://bench.example.org/run/2481", "reaction ❤️", "file 6", "DETAILS 5", "REPLY 8"),
                    heard);
            assertEquals(0, stage.list.focusedRow(), "the quote leads to its original");
            return true;
        });
    }

    @Test
    void keysMoveTheFocusAndAskForActions() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.likeTheDesign(), WIDTH, HEIGHT);
            List<String> heard = new ArrayList<>();
            stage.list.addMessageListListener(new Hearing(heard));
            ListKeys.bindRow(
                    stage.list, KeyStroke.getKeyStroke("R"), "reply", entry -> heard.add("REPLY " + entry.seq()));
            key(stage, "row-up");
            assertEquals(7, stage.list.focusedRow());
            key(stage, "row-up");
            key(stage, "reply");
            key(stage, "row-first");
            assertEquals(0, stage.list.getVisibleRect().y);
            key(stage, "more");
            key(stage, "row-last");
            assertEquals(7, stage.list.focusedRow());
            key(stage, "clear");
            assertEquals(-1, stage.list.focusedRow());
            assertEquals(List.of("REPLY 7", "MORE 1"), heard);
            return true;
        });
    }

    @Test
    void everyRowSaysWhoWhenWhatAndItsState() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.everythingElse(), WIDTH, HEIGHT);
            AccessibleContext list = stage.list.getAccessibleContext();
            assertEquals(AccessibleRole.LIST, list.getAccessibleRole());
            assertEquals(stage.model.size(), list.getAccessibleChildrenCount());
            for (int row = 0; row < stage.model.size(); row++) {
                String name =
                        list.getAccessibleChild(row).getAccessibleContext().getAccessibleName();
                assertFalse(name.isBlank(), "row " + row);
            }
            assertEquals(
                    "You, 13 Nov 2026, 08:20: a stored one; answers quoted words on two lines and leaning, strong, gone"
                            + " text; sent",
                    list.getAccessibleChild(10).getAccessibleContext().getAccessibleName());
            assertEquals(
                    "You, 13 Nov 2026, 08:20: code in an own one; not sent: you may not speak here",
                    list.getAccessibleChild(12).getAccessibleContext().getAccessibleName());
            return true;
        });
    }

    @Test
    void aBookmarkLeadsBackToTheVeryPixel() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(longConversation(), WIDTH, HEIGHT);
            stage.list.places().scrollToEntry(180);
            stage.list.view().scrollBy(-137);
            RowPlaces.Bookmark bookmark = stage.list.places().bookmark();
            int row = stage.model.indexOf(bookmark.seq());
            int before = stage.list.view().topInView(row);
            stage.list.places().scrollToEntry(110);
            stage.paint(1);
            stage.list.places().returnTo(bookmark);
            stage.paint(1);
            assertEquals(before, stage.list.view().topInView(row));
            stage.list.scrollToEnd();
            RowPlaces.Bookmark end = stage.list.places().bookmark();
            stage.list.places().scrollToEntry(110);
            stage.list.places().returnTo(end);
            assertTrue(stage.list.view().isAtEnd());
            return true;
        });
    }

    @Test
    void theButtonToTheEndCountsWhatCameWhileReadingAbove() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(longConversation(), WIDTH, HEIGHT);
            List<String> heard = new ArrayList<>();
            stage.list.addMessageListListener(new Hearing(heard));
            stage.list.places().scrollToEntry(120);
            int before = stage.list.view().topOf(19) - stage.list.getVisibleRect().y;
            stage.model.accept(Entries.shown(Entries.say(1_000, "ann", "new")));
            stage.model.accept(
                    Entries.shown(new Draft(1_001, "me", "own").own(1_001).make()));
            stage.model.accept(Entries.page(LongStream.range(51, 101)
                    .mapToObj(seq -> Entries.say(seq, "ben", "older " + seq))
                    .toList()));
            int after = stage.list.view().topOf(69) - stage.list.getVisibleRect().y;
            Stage.keep(stage.paint(1), "list-scrolled-up");
            assertEquals(before, after, "the row that is read");
            assertEquals(1, stage.list.view().newBelow());
            stage.list.scrollToEnd();
            assertEquals(0, stage.list.view().newBelow());
            assertTrue(stage.list.view().isAtEnd());
            return true;
        });
    }

    @Test
    void asksForOlderOnesOnceWhenTheFirstRowComesNear() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(longConversation(), WIDTH, HEIGHT);
            List<String> heard = new ArrayList<>();
            stage.list.addMessageListListener(new Hearing(heard));
            stage.list.places().scrollToEntry(101);
            stage.list.places().scrollToEntry(102);
            assertEquals(
                    List.of("older 101"),
                    heard.stream().filter(word -> word.startsWith("older")).toList());
            return true;
        });
    }

    @Test
    void aNarrowViewIsLaidOutWithoutAnError() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.everythingElse(), WIDTH, HEIGHT);
            for (int width : new int[] {300, 120, 40, 12, 1, 700}) {
                stage.resize(width, HEIGHT);
                stage.paint(1);
                assertTrue(stage.list.view().isAtEnd(), "at width " + width);
            }
            return true;
        });
    }

    private static MessageListModel longConversation() {
        MessageListModel model = new MessageListModel(Entries.ROOM, Entries.ZONE);
        model.accept(Entries.page(LongStream.range(101, 301)
                .mapToObj(seq -> Entries.say(seq, seq % 3 == 0 ? "ann" : "ben", "words ".repeat((int) (seq % 40) + 1)))
                .toList()));
        return model;
    }

    private static Rectangle2D area(Stage stage, int row, Spot.Kind kind) {
        return stage.list.layoutOf(row).areas().stream()
                .filter(area -> area.spot().kind() == kind)
                .findFirst()
                .orElseThrow()
                .box();
    }

    private static void click(Stage stage, int x, int row, int yInRow) {
        int y = stage.list.view().topOf(row) + yInRow;
        mouse(stage, MouseEvent.MOUSE_PRESSED, x, y);
        mouse(stage, MouseEvent.MOUSE_RELEASED, x, y);
    }

    private static void mouse(Stage stage, int what, int x, int y) {
        int buttons = what == MouseEvent.MOUSE_RELEASED ? 0 : MouseEvent.BUTTON1_DOWN_MASK;
        stage.list.dispatchEvent(new MouseEvent(stage.list, what, 0, buttons, x, y, 1, false, MouseEvent.BUTTON1));
    }

    private static void key(Stage stage, String action) {
        Objects.requireNonNull(stage.list.getActionMap().get(action), action)
                .actionPerformed(new ActionEvent(stage.list, ActionEvent.ACTION_PERFORMED, action));
    }

    /** Writes down what it hears. */
    private record Hearing(List<String> heard) implements MessageListListener {
        @Override
        public void actionWanted(ShownEntry entry, Action action, Point at) {
            heard.add(action + " " + entry.seq());
        }

        @Override
        public void linkOpened(String address) {
            heard.add("link " + address);
        }

        @Override
        public void reactionPressed(ShownEntry entry, String emoji) {
            heard.add("reaction " + emoji);
        }

        @Override
        public void fileOpened(ShownEntry entry) {
            heard.add("file " + entry.seq());
        }

        @Override
        public void olderWanted(long firstSeq) {
            heard.add("older " + firstSeq);
        }
    }
}
