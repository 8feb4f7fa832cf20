package io.heliograph.client.core.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    private static final int CHUNK = FileSeal.CHUNK_BYTES;
    private static final int SEALED = CHUNK + FileSeal.OVERHEAD_BYTES;

    private final FileRig rig = new FileRig(7).start();

    private MessageId idOf(Body.File file) {
        return new MessageId(file.blob());
    }

    private void isHere(String name, byte[] content) {
        assertArrayEquals(content, rig.kept(name), name);
        assertEquals(1, rig.disk.files.size(), "nothing else is left");
        assertEquals(List.of(), new FilesDrawer(rig.store).downloads());
    }

    private void fails(UnaryOperator<ServerMessage> lie, String reason) {
        rig.relay.lie = lie;
        rig.fetches(1).settle();
        assertEquals(FileState.FAILED, rig.last().state());
        assertTrue(rig.last().reason().contains(reason), rig.last().reason());
        assertNull(rig.kept("a.bin"), "nothing gets the name before it is checked");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK, CHUNK + 1, 5 * CHUNK + 7, 4_000_000})
    void bringsAFileOfAnySize(int length) {
        byte[] content = rig.content(length);
        rig.offer(1, "a.bin", content);
        rig.fetches(1).settle();
        isHere("a.bin", content);
        assertEquals(FileState.DONE, rig.last().state());
        assertEquals(FileRig.FOLDER.resolve("a.bin"), rig.last().path());
        assertEquals(length, rig.last().doneBytes());
        assertTrue(rig.states().contains(FileState.VERIFYING));
    }

    @Test
    void asksForNoMoreAtATimeThanTheProtocolAllows() {
        for (int seq = 1; seq <= 4; seq++) {
            rig.offer(seq, "a.bin", rig.content(4_000_000));
            rig.fetches(seq);
        }
        rig.settle();
        assertEquals(Downloads.MAX_REQUESTS, rig.mostOpenGets);
        assertEquals(4, rig.disk.files.size());
    }

    @Test
    void isNeverPutOverAnything() {
        byte[] first = rig.content(10);
        byte[] second = rig.content(10);
        rig.offer(1, "a.tar", first);
        rig.offer(2, "a.tar", second);
        rig.fetches(1).fetches(2).settle();
        assertArrayEquals(first, rig.kept("a.tar"));
        assertArrayEquals(second, rig.kept("a (2).tar"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void survivesLossesAndDeathsAtAnyStep(long seed) {
        byte[] content = rig.content(2_500_000);
        rig.offer(1, "a.bin", content);
        rig.fetches(1).turn();
        Random dice = new Random(seed);
        for (int trouble = 0; trouble < 8; trouble++) {
            int steps = dice.nextInt(12);
            for (int step = 0; step < steps; step++) {
                rig.step();
            }
            if (dice.nextBoolean()) {
                rig.dies();
            } else {
                rig.loseConnection();
                rig.step();
                rig.connect();
            }
        }
        rig.settle();
        isHere("a.bin", content);
    }

    @Test
    void aDeathBetweenAnyTwoStepsLeavesOneWholeFile() {
        byte[] content = rig.content(3 * CHUNK + 5);
        boolean finished = false;
        int steps = 0;
        while (!finished) {
            FileRig one = new FileRig(steps).start();
            one.offer(1, "a.bin", content);
            one.fetches(1).turn();
            for (int step = 0; step < steps; step++) {
                finished = !one.moves();
            }
            one.dies().settle();
            assertArrayEquals(content, one.kept("a.bin"), "after " + steps + " steps");
            assertEquals(1, one.disk.files.size(), "after " + steps + " steps");
            steps++;
        }
        assertTrue(steps > 8, "only " + steps + " steps");
    }

    @Test
    void goesOnAtTheChunkWhereItWasKilled() {
        byte[] content = rig.content(20 * CHUNK);
        Body.File file = rig.offer(1, "a.bin", content);
        rig.fetches(1);
        while (new FilesDrawer(rig.store).doneChunks(idOf(file)) < 10) {
            rig.step();
        }
        rig.turn();
        rig.dies();
        long[] leastOffset = {Long.MAX_VALUE};
        rig.relay.lie = answer -> {
            leastOffset[0] = Math.min(leastOffset[0], ((ServerMessage.FileData) answer).offset());
            return answer;
        };
        rig.settle();
        assertEquals(FileState.DONE, rig.last().state());
        assertTrue(leastOffset[0] >= 10L * SEALED, "asked from " + leastOffset[0]);
    }

    @Test
    void aPartThatSomebodyTookAwayIsFetchedAgain() {
        byte[] content = rig.content(6 * CHUNK);
        Body.File file = rig.offer(1, "a.bin", content);
        rig.fetches(1);
        while (new FilesDrawer(rig.store).doneChunks(idOf(file)) < 3) {
            rig.step();
        }
        rig.turn();
        rig.disk.files.clear();
        rig.dies().settle();
        isHere("a.bin", content);
    }

    @Test
    void aFullDiskLosesNothing() {
        byte[] content = rig.content(8 * CHUNK);
        Body.File file = rig.offer(1, "a.bin", content);
        rig.fetches(1);
        while (new FilesDrawer(rig.store).doneChunks(idOf(file)) < 4) {
            rig.step();
        }
        rig.disk.full = true;
        rig.settle();
        assertEquals(FileState.FAILED, rig.last().state());
        assertEquals("the disk is full", rig.last().reason());
        rig.disk.full = false;
        rig.does(new ClientCommand.ResumeFile(idOf(file))).settle();
        isHere("a.bin", content);
    }

    @Test
    void anExpiredFileIsSaidToBeGone() {
        Body.File file = rig.offer(1, "a.bin", rig.content(10));
        rig.relay.blobs.remove(file.blob());
        rig.fetches(1).settle();
        assertEquals(FileState.FAILED, rig.last().state());
        assertTrue(
                rig.last().reason().contains("does not have this file any more"),
                rig.last().reason());
    }

    @Test
    void aBusyRelayIsAskedAgainLater() {
        byte[] content = rig.content(10);
        rig.offer(1, "a.bin", content);
        rig.relay.busyCount = 3;
        rig.fetches(1).settle();
        assertEquals(FileState.WAITING, rig.last().state());
        rig.waits(10_000);
        isHere("a.bin", content);
    }

    @Test
    void wrongOctetsAreNeverWritten() {
        byte[] content = rig.content(4 * CHUNK);
        Body.File file = rig.offer(1, "a.bin", content);
        rig.octetsOf(file)[SEALED + 100] ^= 1;
        fails(answer -> answer, "is not the file that was sent");
        rig.octetsOf(file)[SEALED + 100] ^= 1;
        rig.does(new ClientCommand.ResumeFile(idOf(file))).settle();
        isHere("a.bin", content);
    }

    @Test
    void swappedChunksAreNotAccepted() {
        byte[] content = rig.content(4 * CHUNK);
        Body.File file = rig.offer(1, "a.bin", content);
        byte[] octets = rig.octetsOf(file);
        byte[] first = java.util.Arrays.copyOf(octets, SEALED);
        System.arraycopy(octets, SEALED, octets, 0, SEALED);
        System.arraycopy(first, 0, octets, SEALED, SEALED);
        fails(answer -> answer, "is not the file that was sent");
    }

    @Test
    void aDisturbanceThatPassesCostsOnlyTime() {
        byte[] content = rig.content(4 * CHUNK);
        rig.offer(1, "a.bin", content);
        int[] count = {0};
        rig.relay.lie = answer -> {
            ServerMessage.FileData data = (ServerMessage.FileData) answer;
            count[0]++;
            byte[] octets = data.octets().toArray();
            octets[0] ^= count[0] == 1 ? (byte) 1 : 0;
            return new ServerMessage.FileData(
                    data.request(), data.blob(), data.offset(), Bytes.takingOver(octets), data.last());
        };
        rig.fetches(1).settle();
        isHere("a.bin", content);
    }

    @Test
    void whatWasNotAskedForIsNotTaken() {
        rig.offer(1, "a.bin", rig.content(4 * CHUNK));
        fails(
                answer -> answer instanceof ServerMessage.FileData data
                        ? new ServerMessage.FileData(
                                data.request(), data.blob(), data.offset() + 1, data.octets(), data.last())
                        : answer,
                "something else than was asked for");
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        rig.offer(1, "a.bin", rig.content(100));
        fails(
                answer -> answer instanceof ServerMessage.FileData data
                        ? new ServerMessage.FileData(data.request(), data.blob(), data.offset(), data.octets(), false)
                        : answer,
                "something else than was asked for");
    }

    @Test
    void tooManyOctetsAndNoneAtAllAreRefused() {
        rig.offer(1, "a.bin", rig.content(100));
        fails(
                answer -> answer instanceof ServerMessage.FileData data
                        ? new ServerMessage.FileData(
                                data.request(), data.blob(), data.offset(), Bytes.copyOf(new byte[129]), true)
                        : answer,
                "something else than was asked for");
        rig.offer(1, "a.bin", rig.content(100));
        fails(
                answer -> answer instanceof ServerMessage.FileData data
                        ? new ServerMessage.FileData(data.request(), data.blob(), data.offset(), Bytes.EMPTY, false)
                        : answer,
                "something else than was asked for");
    }

    @Test
    void aShorterAnswerThanWasAskedForIsRefused() {
        Body.File file = rig.offer(1, "a.bin", rig.content(4 * CHUNK));
        byte[] octets = rig.octetsOf(file);
        rig.relay.put(file.blob(), java.util.Arrays.copyOf(octets, octets.length - 5));
        fails(answer -> answer, "something else than was asked for");
    }

    @Test
    void aSenderWhoSignedAnotherFileIsFoundOut() {
        byte[] content = rig.content(1_000);
        Body.File file = rig.offer(1, "a.bin", content);
        rig.offers.put(
                1L,
                new Body.File("a.bin", 1_000, file.blob(), file.key(), Bytes.copyOf(new byte[32]), Bytes.EMPTY, ""));
        fails(answer -> answer, "is not what its sender has signed");
    }

    @Test
    void pausesStopsAndCancels() {
        byte[] content = rig.content(12 * CHUNK);
        Body.File file = rig.offer(1, "a.bin", content);
        rig.fetches(1);
        while (new FilesDrawer(rig.store).doneChunks(idOf(file)) < 2) {
            rig.step();
        }
        rig.does(new ClientCommand.PauseFile(idOf(file))).settle();
        assertEquals(FileState.PAUSED, rig.last().state());
        rig.dies().settle();
        assertEquals(FileState.PAUSED, rig.last().state());
        rig.does(new ClientCommand.ResumeFile(idOf(file)));
        rig.step();
        assertTrue(rig.transfers.cancel(idOf(file), rig.nowNs));
        rig.settle();
        assertEquals(FileState.CANCELLED, rig.last().state());
        assertTrue(rig.disk.files.isEmpty(), "the part is gone");
        assertEquals(List.of(), new FilesDrawer(rig.store).downloads());
    }

    @Test
    void aMessageThatOffersNothingIsNamed() {
        rig.fetches(99).settle();
        assertTrue(rig.refusal().contains("offers no file"), rig.refusal());
        rig.does(new ClientCommand.PauseFile(FileRig.id(3)));
        assertTrue(rig.refusal().contains("no such transfer"), rig.refusal());
    }

    @Test
    void unaskedNothingIsFetchedUntilTheUserSaysSo() {
        shows(rig.offer(1, "a.bin", rig.content(10)), 1);
        assertTrue(rig.all().isEmpty());
    }

    @Test
    void unaskedOnlyTheVerifiedAndTheSmallAreFetched() {
        rig.does(new ClientCommand.SetDownloads(DownloadRule.From.VERIFIED, 1_000, null, true));
        shows(rig.offer(1, "a.bin", rig.content(10)), 1);
        assertTrue(rig.all().isEmpty(), "bob is not verified");
        rig.verified = true;
        shows(rig.offer(2, "b.bin", rig.content(1_001)), 2);
        assertTrue(rig.all().isEmpty(), "it is too large");
        rig.dies();
        Body.File file = rig.offer(3, "c.bin", rig.content(1_000));
        shows(file, 3);
        assertEquals(FileState.DONE, rig.last().state());
        rig.dies();
        rig.events.clear();
        shows(file, 3);
        assertTrue(rig.all().isEmpty(), "it was fetched already");
    }

    @ParameterizedTest
    @EnumSource(
            value = DownloadRule.From.class,
            names = {"EVERYBODY", "VERIFIED"})
    void unaskedNothingIsFetchedOfWhomTheUserIgnores(DownloadRule.From from) {
        rig.verified = true;
        rig.does(new ClientCommand.SetDownloads(from, -1, null, true));
        rig.ignored.add("bob");
        shows(rig.offer(1, "a.bin", rig.content(10)), 1);
        assertTrue(rig.all().isEmpty(), "bob is ignored");
        rig.fetches(1).settle();
        assertEquals(FileState.DONE, rig.last().state(), "what is asked for is fetched");
        rig.ignored.remove("bob");
        shows(rig.offer(2, "b.bin", rig.content(10)), 2);
        assertEquals("b.bin", rig.last().name());
    }

    @Test
    void aRuleForThisRunAloneIsForgotten() {
        rig.does(new ClientCommand.SetDownloads(DownloadRule.From.EVERYBODY, -1, null, false));
        shows(rig.offer(1, "a.bin", rig.content(10)), 1);
        assertEquals(FileState.DONE, rig.last().state());
        rig.dies();
        rig.does(new ClientCommand.AskDownloads());
        assertEquals(
                new ClientEvent.DownloadsShown(
                        new DownloadRule(DownloadRule.From.NOBODY, DownloadRule.DEFAULT_MAX_BYTES, FileRig.FOLDER)),
                rig.events.get(rig.events.size() - 1));
    }

    private void shows(Body.File file, long seq) {
        ShownEntry entry = new ShownEntry(
                seq,
                FileRig.id((int) seq),
                EntryKind.MESSAGE,
                "bob",
                false,
                0,
                file.caption(),
                0,
                0,
                false,
                false,
                false,
                List.of(),
                null,
                null,
                FileInfo.of(file));
        rig.transfers.note(new ClientEvent.EntryShown(FileRig.LAB, entry, true));
        rig.settle();
    }
}
