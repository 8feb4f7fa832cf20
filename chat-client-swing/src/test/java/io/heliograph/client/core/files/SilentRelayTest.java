package io.heliograph.client.core.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.FileState;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A relay that keeps the connection and does not bring what it was asked for. */
class SilentRelayTest {
    private static final int CHUNK = FileSeal.CHUNK_BYTES;
    private static final long SILENCE_MS = DownloadStream.SILENCE_NS / 1_000_000;

    private final FileRig rig = new FileRig(11).start();
    private final List<ServerMessage> said = new ArrayList<>();

    private @Nullable ServerMessage keepSilent(ServerMessage answer) {
        said.add(answer);
        return null;
    }

    private void giveUp() {
        rig.relay.lie = this::keepSilent;
        rig.fetches(1).waits((DownloadStream.MAX_REPEATS + 1) * SILENCE_MS + 1_000);
        assertEquals(FileState.WAITING, rig.last().state());
    }

    private MessageId idOf(Body.File file) {
        return new MessageId(file.blob());
    }

    @Test
    void isAskedThreeTimesMoreAndThenWaitedFor() {
        Body.File file = rig.offer(1, "a.bin", rig.content(100));
        rig.relay.lie = this::keepSilent;
        rig.fetches(1).waits(SILENCE_MS - 1_000);
        assertEquals(1, said.size());
        for (int repeat = 1; repeat <= DownloadStream.MAX_REPEATS; repeat++) {
            rig.waits(SILENCE_MS);
            assertEquals(1 + repeat, said.size());
            assertEquals(FileState.RECEIVING, rig.last().state());
        }
        rig.waits(100 * SILENCE_MS);
        assertEquals(1 + DownloadStream.MAX_REPEATS, said.size(), "it is left alone");
        assertEquals(FileState.WAITING, rig.last().state());
        assertEquals(DownloadStream.SILENT, rig.last(idOf(file)).reason());
    }

    @Test
    void isAskedAgainByResume() {
        byte[] content = rig.content(7 * CHUNK);
        Body.File file = rig.offer(1, "a.bin", content);
        giveUp();
        rig.relay.lie = answer -> answer;
        rig.does(new ClientCommand.ResumeFile(idOf(file))).settle();
        assertArrayEquals(content, rig.kept("a.bin"));
        assertEquals("", rig.last().reason());
    }

    @Test
    void isAskedAgainByAnotherConnectionAndByAnotherRun() {
        byte[] content = rig.content(2 * CHUNK);
        rig.offer(1, "a.bin", content);
        giveUp();
        rig.relay.lie = answer -> answer;
        rig.loseConnection().connect().settle();
        assertArrayEquals(content, rig.kept("a.bin"));
        rig.offer(1, "b.bin", content);
        giveUp();
        rig.relay.lie = answer -> answer;
        rig.dies().settle();
        assertArrayEquals(content, rig.kept("b.bin"));
    }

    @Test
    void thatStopsInTheMiddleIsAskedForTheRest() {
        byte[] content = rig.content(3 * CHUNK);
        rig.offer(1, "a.bin", content);
        int most = 7;
        rig.relay.lie = answer -> said.size() < most ? hear(answer) : null;
        rig.fetches(1).waits(SILENCE_MS - 1_000);
        assertNull(rig.kept("a.bin"));
        rig.relay.lie = this::hear;
        rig.waits(2_000);
        assertArrayEquals(content, rig.kept("a.bin"));
        ServerMessage.FileData again = (ServerMessage.FileData) said.get(most);
        assertEquals((long) most * BlobRelay.PART_BYTES, again.offset(), "nothing comes twice");
    }

    private ServerMessage hear(ServerMessage answer) {
        said.add(answer);
        return answer;
    }

    @Test
    void whatComesLateIsTakenAndWhatComesTwiceIsNot() {
        byte[] content = rig.content(6 * CHUNK);
        rig.offer(1, "a.bin", content);
        rig.relay.lie = this::keepSilent;
        rig.fetches(1).waits(SILENCE_MS - 1_000);
        List<ServerMessage> late = new ArrayList<>(said);
        int[] count = {0};
        rig.relay.lie = answer -> {
            // Answers to the first question, each of them twice, in place of those to the next.
            ServerMessage instead = late.get(count[0] / 2 % late.size());
            count[0]++;
            return instead;
        };
        rig.waits(2_000);
        assertEquals(FileState.RECEIVING, rig.last().state());
        assertTrue(rig.last().doneBytes() > 0, "nothing was taken");
        rig.relay.lie = answer -> answer;
        rig.waits(2 * SILENCE_MS);
        assertArrayEquals(content, rig.kept("a.bin"));
        assertFalse(rig.states().contains(FileState.FAILED));
    }

    @Test
    void whatComesAfterItWasGivenUpIsTaken() {
        byte[] content = rig.content(100);
        rig.offer(1, "a.bin", content);
        rig.offer(2, "b.bin", rig.content(10));
        giveUp();
        rig.relay.lie = answer -> said.get(0);
        rig.fetches(2).settle();
        assertArrayEquals(content, rig.kept("a.bin"));
    }

    @Test
    void thatIsBusyWithWhatItWasAskedIsNotHurried() {
        rig.offer(1, "a.bin", rig.content(100));
        rig.relay.lie = this::keepSilent;
        rig.fetches(1).waits(SILENCE_MS - 1_000);
        rig.relay.busyCount = 1;
        rig.relay.lie = this::hear;
        rig.waits(SILENCE_MS);
        assertEquals(2, said.size(), "the first and the one that was refused");
        assertEquals(FileState.RECEIVING, rig.last().state());
        rig.waits(2_000);
        assertEquals(FileState.DONE, rig.last().state());
    }

    @Test
    void keepsNobodyElseWaiting() {
        Body.File first = rig.offer(1, "a.bin", rig.content(100));
        Body.File second = rig.offer(2, "b.bin", rig.content(100));
        byte[] content = rig.content(100);
        rig.offer(3, "c.bin", content);
        rig.relay.lie = answer -> answer instanceof ServerMessage.FileData data
                        && (data.blob().equals(first.blob()) || data.blob().equals(second.blob()))
                ? null
                : answer;
        rig.fetches(1).fetches(2).fetches(3).waits(SILENCE_MS);
        assertNull(rig.kept("c.bin"));
        rig.waits(4 * SILENCE_MS);
        assertArrayEquals(content, rig.kept("c.bin"));
    }
}
