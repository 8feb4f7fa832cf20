package io.heliograph.client.swing.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are offered, packed and handed over, on a real disk. */
class SendingTest {
    private static final Target LAB = Target.room("lab");

    @TempDir
    Path folder;

    private final PackingRoom room = new PackingRoom();
    private final Sheet sheet = new Sheet();
    private final SendingPresenter sending = new SendingPresenter(sheet, room, Runnable::run, Runnable::run);
    private final List<ClientCommand.SendFile> sent = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Desk desk = desk();

    @Test
    void filesAreShownBeforeTheyGoAndSentInOrderWithOneCaption() throws IOException {
        Path first = file("a.txt", 10);
        Path second = file("b <b>.txt", 20);
        sending.offer(desk, LAB, List.of(first, second));
        assertEquals(List.of(), sent);
        assertEquals(
                List.of("a.txt", "b <b>.txt"),
                sheet.parcels.stream().map(Parcel::name).toList());
        assertEquals(20, sheet.parcels.get(1).sizeBytes());
        sheet.answer().onSend("look", false);
        assertEquals(
                List.of(first, second),
                sent.stream().map(ClientCommand.SendFile::path).toList());
        assertEquals(
                List.of("look", ""),
                sent.stream().map(ClientCommand.SendFile::caption).toList());
        assertEquals(LAB, sent.get(0).to());
    }

    @Test
    void aFolderBecomesOneZipThatIsGoneWhenItHasArrived() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project/src"));
        Files.writeString(project.resolve("Main.java"), "x");
        Files.writeString(folder.resolve("project/README"), "yy");
        sending.send(desk, LAB, folder.resolve("project"), "all of it");
        Path zip = sent.get(0).path();
        assertEquals("project.zip", zip.getFileName().toString());
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            TreeSet<String> names = new TreeSet<>();
            opened.stream().forEach(entry -> names.add(entry.getName()));
            assertEquals(new TreeSet<>(List.of("project/README", "project/src/Main.java")), names);
        }
        sending.onTransfer(transfer(sent.get(0), FileState.SENDING));
        assertTrue(Files.exists(zip));
        sending.onTransfer(transfer(sent.get(0), FileState.DONE));
        assertFalse(Files.exists(zip));
        assertTrue(Files.exists(folder.resolve("project/README")), "what the user has stays");
    }

    @Test
    void aLargePictureIsMadeSmallerIfThatIsWanted() throws IOException, PackingException {
        Path picture = picture("photo.png", 3_000, 2_400);
        sending.offer(desk, LAB, List.of(picture));
        assertTrue(sheet.parcels.get(0).shrinkable());
        assertNotNull(sheet.parcels.get(0).preview());
        sheet.answer().onSend("", true);
        Path small = sent.get(0).path();
        assertEquals("photo.jpg", small.getFileName().toString());
        BufferedImage made = ImageIO.read(small.toFile());
        assertEquals(2_048, made.getWidth());
        assertTrue(Files.size(small) < Files.size(picture));
        PackingRoom.throwAway(small);
        PackingRoom.throwAway(picture);
        assertTrue(Files.exists(picture), "only what was made here is thrown away");
        assertFalse(room.look(picture("small.png", 300, 200)).shrinkable());
    }

    @Test
    void whatWasPastedAndNotSentIsThrownAway() throws PackingException {
        Path pasted = room.keep(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "Picture.png");
        sending.offer(desk, LAB, List.of(pasted));
        sheet.answer().onCancel();
        assertFalse(Files.exists(pasted));
        assertEquals(List.of(), sent);
    }

    @Test
    void whatCannotBeSentIsSaidInOneLine() throws IOException {
        sending.offer(desk, LAB, List.of(folder.resolve("nothing.txt")));
        assertEquals("nothing.txt cannot be read: check that it is there and that you may open it.", complaints.get(0));
        sending.offer(desk, LAB, List.of(Files.createDirectory(folder.resolve("empty"))));
        assertEquals("There is nothing in the folder empty.", complaints.get(1));
        sending.offer(desk, null, List.of(folder));
        assertEquals("Open the conversation that the file is for.", complaints.get(2));
        List<Path> many = new ArrayList<>();
        for (int count = 0; count <= SendingPresenter.MAX_AT_ONCE; count++) {
            many.add(folder);
        }
        sending.offer(desk, LAB, many);
        assertTrue(complaints.get(3).contains("30"), complaints.get(3));
        assertThrows(PackingException.class, () -> room.shrink(room.look(file("no.png", 5))));
        assertEquals(List.of(), sent);
    }

    private Path file(String name, int bytes) throws IOException {
        return Files.write(folder.resolve(name), new byte[bytes]);
    }

    private Path picture(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int x = 0; x < width; x += 3) {
            g.setColor(new Color((x * 7919) & 0xffffff));
            g.drawLine(x, 0, (x * 31) % width, height);
        }
        g.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static FileTransfer transfer(ClientCommand.SendFile file, FileState state) {
        return new FileTransfer(file.id(), LAB, "x", true, state, 0, 1, 0, -1, file.path(), "");
    }

    /** Words, ids and what is said to the user; the rest of a desk is not asked here. */
    private Desk desk() {
        Words words = Words.in(Locale.ENGLISH);
        int[] count = new int[1];
        return (Desk) Proxy.newProxyInstance(
                Desk.class.getClassLoader(), new Class<?>[] {Desk.class}, (proxy, method, values) -> {
                    Object answer = null;
                    switch (method.getName()) {
                        case "words" -> answer = words;
                        case "newMessageId" -> {
                            count[0]++;
                            byte[] octets = ByteBuffer.allocate(MessageId.LENGTH_BYTES)
                                    .putInt(count[0])
                                    .array();
                            answer = new MessageId(Bytes.takingOver(octets));
                        }
                        case "submit" -> sent.add((ClientCommand.SendFile) values[0]);
                        case "complain" -> complaints.add((String) values[0]);
                        default -> {}
                    }
                    return answer;
                });
    }

    /** Remembers what was shown. */
    private static final class Sheet implements SendSheet {
        private List<Parcel> parcels = List.of();
        private @Nullable Answer answer;

        @Override
        public void show(Target where, List<Parcel> shown, Answer answered) {
            parcels = shown;
            answer = answered;
        }

        Answer answer() {
            assertNotNull(answer);
            return answer;
        }
    }
}
