package io.heliograph.client.swing.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.Body;
import io.heliograph.common.util.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageThumbnailsTest {
    /** How far a colour may be off after JPEG. */
    private static final int NEAR = 24;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsNoDisplay() {
        System.setProperty("java.awt.headless", "true");
    }

    private Bytes of(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("anything"), file);
        Bytes made = new ImageThumbnails().of(path);
        assertTrue(made.length() <= Body.File.MAX_THUMBNAIL_BYTES, made.length() + " bytes");
        return made;
    }

    private BufferedImage shown(byte[] file) throws IOException {
        Bytes made = of(file);
        assertTrue(!made.isEmpty(), "there is a picture");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(made.toArray()));
        assertNotNull(picture);
        return picture;
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(picture, format, out), format);
        return out.toByteArray();
    }

    /** Red above and left, blue for the rest. */
    private static BufferedImage corner(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    private static BufferedImage noise(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Random random = new Random(3);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }

    private static void isNear(Color expected, BufferedImage picture, double x, double y) {
        Color found = new Color(picture.getRGB((int) (picture.getWidth() * x), (int) (picture.getHeight() * y)));
        int off = Math.max(
                Math.abs(expected.getRed() - found.getRed()),
                Math.max(
                        Math.abs(expected.getGreen() - found.getGreen()),
                        Math.abs(expected.getBlue() - found.getBlue())));
        assertTrue(off <= NEAR, "at " + x + " " + y + ": " + found);
    }

    private static boolean isPng(Bytes made) {
        return PictureFormat.of(made.toArray()) == PictureFormat.PNG;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void showsWhatIsThereInEachFormat(String format) throws IOException {
        byte[] file = written(corner(1_000, 500, BufferedImage.TYPE_INT_RGB), format);
        BufferedImage shown = shown(file);
        assertEquals(400, shown.getWidth());
        assertEquals(200, shown.getHeight());
        isNear(Color.RED, shown, 0.25, 0.25);
        isNear(Color.BLUE, shown, 0.75, 0.25);
        isNear(Color.BLUE, shown, 0.25, 0.75);
        assertEquals(PictureFormat.JPEG, PictureFormat.of(of(file).toArray()));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,1", "400,300,400,300", "401,2,400,2", "3000,1,400,1", "20,6000,1,400", "6000,6000,400,400"})
    void isNeverLargerThanItWasNorThanFourHundred(int width, int height, int shownWidth, int shownHeight)
            throws IOException {
        BufferedImage shown = shown(written(corner(width, height, BufferedImage.TYPE_INT_RGB), "png"));
        assertEquals(shownWidth, shown.getWidth());
        assertEquals(shownHeight, shown.getHeight());
    }

    @Test
    void greyStaysAsDarkAsItWas() throws IOException {
        BufferedImage grey = new BufferedImage(900, 900, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 900; y++) {
            for (int x = 0; x < 900; x++) {
                grey.getRaster().setSample(x, y, 0, 64);
            }
        }
        isNear(new Color(64, 64, 64), shown(written(grey, "png")), 0.5, 0.5);
    }

    @Test
    void whatIsSeenThroughStaysSo() throws IOException {
        BufferedImage picture = corner(800, 800, BufferedImage.TYPE_INT_ARGB);
        for (int y = 400; y < 800; y++) {
            for (int x = 0; x < 800; x++) {
                picture.setRGB(x, y, 0);
            }
        }
        byte[] file = written(picture, "png");
        assertTrue(isPng(of(file)));
        BufferedImage shown = shown(file);
        assertEquals(0, shown.getRGB(200, 350) >>> 24);
        assertEquals(Color.RED.getRGB(), shown.getRGB(50, 50));
    }

    @Test
    void whatCouldBeSeenThroughAndIsNotBecomesJpeg() throws IOException {
        assertTrue(!isPng(of(written(corner(800, 800, BufferedImage.TYPE_INT_ARGB), "png"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
    void fitsWhateverItShows(int type) throws IOException {
        BufferedImage shown = shown(written(noise(1_200, 1_200, type), "png"));
        assertTrue(shown.getWidth() >= 90, "only " + shown.getWidth());
    }

    @ParameterizedTest
    @CsvSource({"1,0.2,0.2", "2,0.8,0.2", "3,0.8,0.8", "4,0.2,0.8", "5,0.2,0.2", "6,0.8,0.2", "7,0.8,0.8", "8,0.2,0.8"})
    void isTurnedAsTheCameraWasHeld(int orientation, double redX, double redY) throws IOException {
        byte[] jpeg = written(corner(900, 600, BufferedImage.TYPE_INT_RGB), "jpeg");
        BufferedImage shown = shown(withExif(jpeg, exif(orientation)));
        assertEquals(orientation > 4 ? 267 : 400, shown.getWidth());
        assertEquals(orientation > 4 ? 400 : 267, shown.getHeight());
        isNear(Color.RED, shown, redX, redY);
        isNear(Color.BLUE, shown, 1 - redX, 1 - redY);
        isNear(Color.BLUE, shown, 1 - redX, redY);
    }

    @Test
    void aBentExifIsUpright() throws IOException {
        byte[] jpeg = written(corner(900, 600, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] exif = exif(6);
        int behindTheValue = 6 + 8 + 2 + 12 + 10;
        for (int length = 0; length < behindTheValue; length++) {
            isNear(Color.RED, shown(withExif(jpeg, Arrays.copyOf(exif, length))), 0.2, 0.2);
        }
        assertEquals(ExifOrientation.UPRIGHT, ExifOrientation.of(withExif(jpeg, exif(0))));
        assertEquals(ExifOrientation.UPRIGHT, ExifOrientation.of(withExif(jpeg, exif(9))));
    }

    @Test
    void nothingOfExifIsToldToOthers() throws IOException {
        byte[] jpeg = written(corner(900, 600, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] made = of(withExif(jpeg, exif(6))).toArray();
        assertTrue(!new String(made, StandardCharsets.ISO_8859_1).contains("Exif"));
    }

    /** The header of a PNG promises what its few octets do not hold. */
    @ParameterizedTest
    @CsvSource({"2147483647,2147483647", "40001,1000", "6325,6325", "40000000,1", "1,40000000", "0,5", "5000,5000"})
    void aHeaderIsNotBelieved(int width, int height) throws IOException {
        assertTrue(of(png(width, height)).isEmpty());
    }

    @Test
    void whatIsBrokenMakesNoPicture() throws IOException {
        byte[] octets = written(corner(200, 200, BufferedImage.TYPE_INT_RGB), "png");
        assertTrue(of(new byte[0]).isEmpty());
        assertTrue(of("BM and some words".getBytes(StandardCharsets.UTF_8)).isEmpty());
        assertTrue(of("<svg/>".getBytes(StandardCharsets.UTF_8)).isEmpty());
        assertTrue(of(Arrays.copyOf(octets, 60)).isEmpty());
        assertTrue(new ImageThumbnails().of(folder).isEmpty(), "a folder");
        assertTrue(new ImageThumbnails().of(folder.resolve("gone")).isEmpty(), "nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void noOctetsMakeItThrow(String format) throws IOException {
        byte[] sound = written(corner(64, 48, BufferedImage.TYPE_INT_RGB), format);
        Random random = new Random(format.hashCode());
        for (int round = 0; round < 150; round++) {
            byte[] bent = sound.clone();
            for (int hit = 0; hit < 1 + round / 10; hit++) {
                bent[3 + random.nextInt(bent.length - 3)] = (byte) random.nextInt();
            }
            of(Arrays.copyOf(bent, 4 + random.nextInt(bent.length - 3)));
        }
    }

    private static byte[] png(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(8 + 4 + header.length + 4)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(6 + 8 + 2 + 24 + 4)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0100)
                .putShort((short) 4)
                .putInt(1)
                .putInt(900)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation << 16)
                .putInt(0)
                .array();
    }

    private static byte[] withExif(byte[] jpeg, byte[] exif) {
        return ByteBuffer.allocate(jpeg.length + 4 + exif.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
