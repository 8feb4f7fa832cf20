package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.PathWords;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWordingTest {
    private static final MessageId ID = Shown.id(0x1a2b3c4d);

    @Test
    void tellsThatItGoesOnceHoweverOftenTheConnectionIsLost() {
        FileNews news = new FileNews();
        assertFalse(news.isNews(Shown.transfer(ID, FileState.QUEUED, 0)));
        assertTrue(news.isNews(Shown.transfer(ID, FileState.SENDING, 0)));
        assertFalse(news.isNews(Shown.transfer(ID, FileState.SENDING, 50)));
        assertFalse(news.isNews(Shown.transfer(ID, FileState.WAITING, 50)));
        assertFalse(news.isNews(Shown.transfer(ID, FileState.SENDING, 60)));
        assertTrue(news.isNews(Shown.transfer(ID, FileState.PAUSED, 60)));
        assertTrue(news.isNews(Shown.transfer(ID, FileState.SENDING, 60)));
        assertTrue(news.isNews(Shown.transfer(ID, FileState.DONE, 100)));
        assertTrue(news.isNews(Shown.transfer(ID, FileState.SENDING, 0)), "the same once more");
    }

    @Test
    void namesOfStrangersAreMadeSafe() {
        FileTransfer evil = new FileTransfer(
                ID, Target.user("bob"), "a\u202e\u001b[2J", false, FileState.DONE, 1, 1, 0, -1, Path.of("x"), "");
        for (String line : List.of(FileWording.news(evil), FileWording.line(evil))) {
            assertTrue(line.chars().noneMatch(letter -> letter == 0x1b || letter == 0x202e), line);
        }
    }

    @Test
    void theStatusSumsUpWhatMoves() {
        FileTransfer one = Shown.transfer(ID, FileState.SENDING, 40);
        assertEquals("", FileWording.status(List.of()));
        assertEquals("", FileWording.leaving(List.of()));
        assertTrue(FileWording.leaving(List.of(one)).startsWith("1 file is on the way"));
        assertEquals(" | ↑ a.txt 40 %, 6 s left", FileWording.status(List.of(one)));
        FileTransfer two = Shown.transfer(Shown.id(2), FileState.SENDING, 80);
        assertEquals(" | 2 files 60 %", FileWording.status(List.of(one, two)));
    }

    @Test
    void aTransferIsFoundByWhatItsNameBeginsWithAlone() {
        TransferList list = new TransferList();
        list.onEvent(new ClientEvent.FileProgress(Shown.transfer(ID, FileState.SENDING, 40)));
        list.onEvent(new ClientEvent.FileProgress(Shown.transfer(Shown.id(0x1a000000), FileState.PAUSED, 0)));
        assertNull(list.find("1a"), "two begin so");
        assertNull(list.find(""));
        assertEquals(40, java.util.Objects.requireNonNull(list.find("1a2")).doneBytes());
        assertEquals(1, list.moving().size());
        for (int number = 1; number <= 60; number++) {
            list.onEvent(new ClientEvent.FileProgress(Shown.transfer(Shown.id(number), FileState.DONE, 100)));
        }
        assertEquals(TransferList.MAX_ENDED + 2, list.all().size());
    }

    @Test
    void pathsAreCompletedFromTheFolder(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("alpha one.txt"));
        Files.createDirectory(folder.resolve("album"));
        Files.createFile(folder.resolve(".hidden"));
        String head = folder + "/";
        assertEquals(List.of(head + "album/", head + "alpha\\ one.txt"), PathCandidates.of(head + "al"));
        assertEquals(2, PathCandidates.of(head).size());
        assertEquals(List.of(head + ".hidden"), PathCandidates.of(head + ".h"));
        assertEquals(List.of(), PathCandidates.of(head + "none/x"));
        assertEquals(
                folder.resolve("alpha one.txt"),
                PathWords.pathOf(
                        PathWords.split(head + "alpha\\ one.txt caption").path()));
    }
}
