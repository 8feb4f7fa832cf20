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
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that keeps the connection and does not bring what it was asked for. */
class SilentRelayTest {
    private static final int CHUNK = FileSeal.CHUNK_BYTES;
    private static final long SILENCE_MS = Patience.SILENCE_NS / 1_000_000;

    private final FileRig rig = new FileRig(11).start();
    private final List<ServerMessage> said = new ArrayList<>();

    private @Nullable ServerMessage keepSilent(ServerMessage answer) {
        said.add(answer);
        return null;
    }

    private void giveUp() {
        rig.relay.lie = this::keepSilent;
        rig.fetches(1).waits((Patience.MAX_REPEATS + 1) * SILENCE_MS + 1_000);
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
        for (int repeat = 1; repeat <= Patience.MAX_REPEATS; repeat++) {
            rig.waits(SILENCE_MS);
            assertEquals(1 + repeat, said.size());
            assertEquals(FileState.RECEIVING, rig.last().state());
        }
        rig.waits(100 * SILENCE_MS);
        assertEquals(1 + Patience.MAX_REPEATS, said.size(), "it is left alone");
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

    private static final MessageId SENT = FileRig.id(1);

    private byte[] sends(int length) {
        byte[] content = rig.content(length);
        rig.disk.put(FileRig.SOURCE, content);
        rig.sends(1);
        return content;
    }

    private void arrives(byte[] content) {
        Body.File offer = rig.posted(SENT);
        assertArrayEquals(FileRig.sealed(offer, content), rig.octetsOf(offer));
        assertEquals(FileState.DONE, rig.last(SENT).state());
    }

    private void answers(Class<? extends ServerMessage> silent) {
        rig.relay.lie = answer -> silent.isInstance(answer) ? keepSilent(answer) : answer;
    }

    @ParameterizedTest
    @ValueSource(classes = {ServerMessage.FileLimitsTold.class, ServerMessage.FileState.class})
    void thatDoesNotTakeAFileIsAskedThreeTimesMoreAndThenWaitedFor(Class<? extends ServerMessage> silent) {
        answers(silent);
        byte[] content = sends(100);
        rig.waits(SILENCE_MS - 1_000);
        assertEquals(1, said.size());
        rig.waits(100 * SILENCE_MS);
        assertEquals(1 + Patience.MAX_REPEATS, said.size(), "it is left alone");
        assertEquals(FileState.WAITING, rig.last(SENT).state());
        assertEquals(UploadTalk.SILENT, rig.last(SENT).reason());
        rig.relay.lie = answer -> answer;
        rig.does(new ClientCommand.ResumeFile(SENT)).settle();
        arrives(content);
    }

    @Test
    void thatDoesNotCallAFileDurableIsAskedHowMuchItHas() {
        answers(ServerMessage.FileHave.class);
        byte[] content = sends(100);
        rig.waits(SILENCE_MS - 1_000);
        assertTrue(rig.posted.isEmpty());
        rig.waits(2_000);
        arrives(content);
    }

    @Test
    void thatNeverCallsAnythingDurableIsGivenUp() {
        rig.relay.lie = answer -> answer instanceof ServerMessage.FileHave
                ? null
                : answer instanceof ServerMessage.FileState state ? forgetful(state) : answer;
        byte[] content = sends(6_000_000);
        rig.waits(100 * SILENCE_MS);
        assertEquals(1 + Patience.MAX_REPEATS, said.size(), "how often it was begun");
        assertEquals(FileState.WAITING, rig.last(SENT).state());
        assertEquals(UploadTalk.SILENT, rig.last(SENT).reason());
        rig.relay.lie = answer -> answer;
        rig.loseConnection().connect().settle();
        arrives(content);
    }

    /** All that it was sent is gone. */
    private ServerMessage forgetful(ServerMessage.FileState state) {
        BlobRelay.Blob blob = Objects.requireNonNull(rig.relay.blobs.get(state.blob()));
        blob.have = 0;
        blob.told = 0;
        return hear(new ServerMessage.FileState(state.request(), state.blob(), 0, state.bytes(), 1));
    }

    @Test
    void thatIsSlowToMakeAFileDurableIsNotGivenUp() {
        byte[] content = sends(6_000_000);
        rig.relay.lie = answer -> {
            if (answer instanceof ServerMessage.FileHave) {
                rig.nowNs += Patience.SILENCE_NS - 1_000_000_000;
            }
            return hear(answer);
        };
        rig.settle();
        arrives(content);
        assertEquals(
                1,
                said.stream().filter(ServerMessage.FileState.class::isInstance).count());
    }

    @Test
    void whatIsSentAndNotAnsweredKeepsNobodyElseWaiting() {
        rig.relay.lie = answer -> answer instanceof ServerMessage.FileState state && isOfFirstTwo(state.blob())
                ? keepSilent(answer)
                : answer;
        sends(100);
        rig.sends(2).sends(3).waits(SILENCE_MS);
        assertTrue(rig.posted.isEmpty());
        rig.waits(4 * SILENCE_MS);
        assertEquals(FileState.DONE, rig.last(FileRig.id(3)).state());
        assertEquals(Set.of(FileRig.id(3)), rig.posted.keySet());
    }

    private boolean isOfFirstTwo(Bytes blob) {
        return List.copyOf(rig.relay.blobs.keySet()).indexOf(blob) < 2;
    }

    @Test
    void thatDoesNotAnswerACancelIsToldAgain() {
        answers(ServerMessage.FileHave.class);
        sends(6_000_000);
        rig.settle();
        rig.relay.lie = this::keepSilent;
        rig.transfers.cancel(SENT, rig.nowNs);
        rig.waits(SILENCE_MS - 1_000);
        rig.relay.lie = answer -> answer;
        rig.waits(2_000);
        assertEquals(2, rig.relay.dropCount);
        assertFalse(rig.transfers.cancel(SENT, rig.nowNs), "it is over");
    }
}
