package io.heliograph.client.swing.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which characters are emoji, and that each has a picture. */
class EmojiTextTest {
    private static final int SIDE = 12;

    private final EmojiTable table = new EmojiTable(Locale.ENGLISH);
    private final EmojiText text = new EmojiText(table);

    @ParameterizedTest
    @CsvSource({
        "a, 0",
        "👍, 1",
        "👍🏽🔥, 2",
        "👨‍👩‍👧‍👦, 1",
        "❤️, 1",
        "❤, 0",
        "❤︎, 0",
        "1, 0",
        "1️⃣, 1",
        "©, 0",
        "🇨🇿, 1",
        "👍 🔥 🎉, 3",
        "👍 ok, 0",
    })
    void countsEmojiThatStandAlone(String message, int count) {
        assertEquals(count, text.countIfAlone(message));
    }

    @Test
    void tellsWhereAnEmojiBeginsAndEnds() {
        String message = "a 👍🏽 b";
        EmojiText.Found found = text.find(message).get(0);
        assertEquals("👍🏽", message.substring(found.start(), found.end()));
    }

    @Test
    void findsAnEmojiByItsShortcode() {
        assertEquals("👋", Objects.requireNonNull(table.byShortcode("wave")).sequence());
    }

    @Test
    void everyEmojiOfTheTableIsOneClusterWithAPictureThatIsNotBlank() {
        EmojiPictures pictures = new EmojiPictures();
        List<Emoji> all = table.all();
        assertTrue(all.size() > 1_500, "only " + all.size());
        for (Emoji emoji : all) {
            assertNotNull(table.picture(emoji.sequence() + "\uFE0F"), emoji.label());
            assertTrue(hasInk(pictures, emoji.picture()), emoji.label());
        }
    }

    @Test
    void anUnknownPictureIsNotPainted() {
        assertTrue(!hasInk(new EmojiPictures(), "no such picture"));
    }

    private static boolean hasInk(EmojiPictures pictures, String picture) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        pictures.paint(graphics, picture, 0, 0, SIDE);
        graphics.dispose();
        for (int pixel : image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE)) {
            if (pixel >>> 24 != 0) {
                return true;
            }
        }
        return false;
    }
}
