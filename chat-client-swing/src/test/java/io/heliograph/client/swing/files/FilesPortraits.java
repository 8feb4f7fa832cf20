package io.heliograph.client.swing.files;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.messages.SampleConversation;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Role;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;

/** Files on their way, and the outbox. */
public final class FilesPortraits {
    private FilesPortraits() {}

    public static List<Portrait> all() {
        return List.of(
                Portrait.of("transfers", FilesPortraits::transfers),
                Portrait.of("outbox", locale -> new OutboxDialog(
                                Words.in(locale),
                                new RecordedDesk(locale).connected(false).desk())
                        .dialog()
                        .body()),
                Portrait.of("outbox-filled", FilesPortraits::outbox));
    }

    private static JComponent outbox(Locale locale) {
        Target room = Target.room("platform");
        RecordedDesk desk = new RecordedDesk(locale).connected(false).inRoom(room, Role.MEMBER);
        SampleConversation.waiting(
                        "I will be there at six", "Bring the *charts* of the whole coast, please, and a lamp")
                .forEach(entry ->
                        desk.model().onEvent(new ClientEvent.EntryShown(room, entry, true), RecordedDesk.NOW_MS));
        return new OutboxDialog(Words.in(locale), desk.desk()).dialog().body();
    }

    private static JComponent transfers(Locale locale) {
        Words words = Words.in(locale);
        TransferBook book = new TransferBook();
        book.put(of(1, FileState.RECEIVING, "view from the train.jpg", ""));
        book.put(of(2, FileState.FAILED, "notes.txt", "no space left"));
        book.put(of(3, FileState.DONE, "threat-model-v3.pdf", ""));
        return new TransfersDialog(words, () -> book, new TransferWording(words), new FileOpening(Runnable::run))
                .dialog()
                .body();
    }

    private static FileTransfer of(int number, FileState state, String name, String reason) {
        MessageId id = new MessageId(Bytes.copyOf(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(number).array()));
        return new FileTransfer(
                id, Target.room("platform"), name, false, state, 1_200_000, 4_812_000, 310_000, 12, null, reason);
    }
}
