package io.heliograph.client.swing.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TransferWordingTest {
    private final TransferWording wording = new TransferWording(Words.in(Locale.ENGLISH));

    @Test
    void whatMovesSaysHowFarHowFastAndHowLong() {
        FileTransfer file = file(1, FileState.RECEIVING, 500_000, 1_000_000);
        assertEquals("fetching · 50 % · 250 kB/s · 2 s left", wording.card(file));
        assertEquals("fetching · 500 kB of 1.0 MB · 250 kB/s · 2 s left", wording.line(file));
    }

    @Test
    void whatRestsSaysItsStateAlone() {
        assertEquals("paused", wording.card(file(1, FileState.PAUSED, 5, 10)));
        assertEquals("SHA-256 verified", wording.card(file(1, FileState.DONE, 10, 10)));
    }

    @Test
    void everyStateHasWords() {
        for (FileState state : FileState.values()) {
            assertNotNull(wording.line(file(1, state, 0, -1)));
        }
    }

    @Test
    void onlyWhatHasEndedIsForgotten() {
        TransferBook book = new TransferBook();
        book.put(file(0, FileState.PAUSED, 1, 2));
        for (int number = 1; number <= 150; number++) {
            book.put(file(number, FileState.DONE, 2, 2));
        }
        assertEquals(101, book.all().size());
        assertNotNull(book.find(id(0)));
        assertNull(book.find(id(1)));
    }

    private static MessageId id(int number) {
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(number).array()));
    }

    private static FileTransfer file(int number, FileState state, long doneBytes, long sizeBytes) {
        return new FileTransfer(
                id(number), Target.room("lab"), "a.zip", false, state, doneBytes, sizeBytes, 250_000, 2, null, "");
    }
}
