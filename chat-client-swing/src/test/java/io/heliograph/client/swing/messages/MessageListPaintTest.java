package io.heliograph.client.swing.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.swing.theme.Accent;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.Snapshots;
import io.heliograph.client.swing.theme.ThemeName;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the list looks like, in both themes; the pictures are kept. */
class MessageListPaintTest {
    private static final int WIDTH = 859;
    private static final int HEIGHT = 784;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void paintsBubblesInTheColoursOfTheTheme(boolean dark) {
        String theme = dark ? "dark" : "light";
        Snapshots.onEventThread(() -> {
            Stage.theme(dark);
            Stage design = new Stage(SampleConversation.likeTheDesign(), WIDTH, HEIGHT);
            design.list.hoverRow(7);
            BufferedImage image = design.paint(1);
            Stage.keep(image, "list-" + theme);
            Stage.keep(design.paint(2), "list-" + theme + "-2x");
            Stage other = new Stage(SampleConversation.everythingElse(), WIDTH, HEIGHT);
            other.list.focusRow(9);
            Stage.keep(other.paint(1), "list-everything-" + theme);
            assertEquals(colour("chat"), at(image, 2, HEIGHT / 2));
            assertEquals(colour("incoming"), insideBubble(design, image, 6));
            assertEquals(colour("outgoing"), insideBubble(design, image, 4));
            return true;
        });
    }

    @Test
    void highContrastAndAnotherAccentReachTheList() {
        Snapshots.onEventThread(() -> {
            Stage.look(new Appearance(ThemeName.CONTRAST, Accent.BLUE, 100));
            Stage contrast = new Stage(SampleConversation.everythingElse(), WIDTH, HEIGHT);
            BufferedImage image = contrast.paint(1);
            Stage.keep(image, "list-everything-contrast");
            assertEquals(Color.BLACK, at(image, 2, HEIGHT / 2));
            Stage.look(new Appearance(ThemeName.LIGHT, Accent.PLUM, 100));
            Stage plum = new Stage(SampleConversation.likeTheDesign(), WIDTH, HEIGHT);
            BufferedImage other = plum.paint(1);
            Stage.keep(other, "list-plum");
            assertEquals(new Color(0x8E3A9D), insideBubble(plum, other, 4));
            return true;
        });
    }

    @Test
    void aLongMessageShowsItsRestWhenItIsAskedFor() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            MessageListModel model = new MessageListModel(Entries.ROOM, Entries.ZONE);
            model.accept(Entries.page(List.of(Entries.say(1, "eva", "a line\n".repeat(80)))));
            Stage stage = new Stage(model, WIDTH, HEIGHT);
            Stage.keep(stage.paint(1), "list-long");
            int before = stage.list.layoutOf(0).height();
            assertTrue(before < 27 * 20 + 100, "cut at 25 lines: " + before);
            model.showWhole(1);
            stage.paint(1);
            assertTrue(stage.list.layoutOf(0).height() > 80 * 20, "all of it");
            return true;
        });
    }

    @Test
    void ownMessagesStandOnTheOtherSideWhereReadingGoesFromRightToLeft() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.everythingElse(), WIDTH, HEIGHT);
            Rectangle2D before = stage.list.layoutOf(10).bubble();
            stage.mirror();
            Rectangle2D after = stage.list.layoutOf(10).bubble();
            Stage.keep(stage.paint(1), "list-everything-mirrored");
            assertTrue(before.getCenterX() > WIDTH / 2.0, "right: " + before);
            assertTrue(after.getCenterX() < WIDTH / 2.0, "left: " + after);
            return true;
        });
    }

    @Test
    void zoomMakesRowsTallerAndKeepsTheEnd() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.likeTheDesign(), WIDTH, HEIGHT);
            int before = stage.list.layoutOf(6).height();
            Stage.look(new Appearance(ThemeName.LIGHT, Accent.BLUE, 150));
            stage.list.updateUI();
            Stage.keep(stage.paint(1), "list-zoomed");
            assertTrue(stage.list.layoutOf(6).height() > before * 1.3, "taller than " + before);
            assertTrue(stage.list.view().isAtEnd(), "at the end");
            return true;
        });
    }

    @Test
    void anEmojiIsPaintedInColour() {
        Snapshots.onEventThread(() -> {
            Stage.theme(false);
            Stage stage = new Stage(SampleConversation.likeTheDesign(), WIDTH, HEIGHT);
            BufferedImage image = stage.paint(1);
            PlacedText text = Objects.requireNonNull(stage.list.layoutOf(7).text());
            int x = Math.round(text.left()) + 60;
            int y = stage.list.view().topOf(7) + Math.round(text.top()) + 25 - stage.list.getVisibleRect().y;
            Color flame = at(image, x, y);
            assertNotEquals(flame.getRed(), flame.getBlue(), "grey at " + x + "," + y);
            return true;
        });
    }

    private static Color insideBubble(Stage stage, BufferedImage image, int row) {
        Rectangle2D bubble = stage.list.layoutOf(row).bubble();
        int y = stage.list.view().topOf(row) + (int) bubble.getCenterY() - stage.list.getVisibleRect().y;
        return at(image, (int) bubble.getX() + 4, y);
    }

    private static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    private static Color colour(String key) {
        return new Color(Tokens.colour(key).getRGB());
    }
}
