package io.heliograph.client.core.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
    private static final MessageId ONE = FileRig.id(1);
    private static final int LARGE_BYTES = 6_000_000;

    private final FileRig rig = new FileRig(7).start();

    /** What whoever reads the message would get. */
    private void arrives(byte[] content) {
        Body.File offer = rig.posted(ONE);
        assertArrayEquals(FileRig.sealed(offer, content), rig.octetsOf(offer));
        assertEquals(MemoryDisk.hashOf(content), offer.sha256());
        assertEquals(content.length, offer.sizeBytes());
        assertEquals(FileState.DONE, rig.last(ONE).state());
        assertEquals(List.of(), new FilesDrawer(rig.store).uploads());
    }

    private byte[] source(int length) {
        byte[] content = rig.content(length);
        rig.disk.put(FileRig.SOURCE, content);
        return content;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_144, 262_145, 1_000_000})
    void bringsAFileOfAnySizeAndThenOffersIt(int length) {
        byte[] content = source(length);
        rig.sends(1).settle();
        arrives(content);
        Body.File offer = rig.posted(ONE);
        assertEquals("data.bin", offer.name());
        assertEquals("caption", offer.caption());
        assertEquals(
                List.of(FileState.QUEUED, FileState.HASHING, FileState.SENDING, FileState.DONE),
                rig.states().stream()
                        .filter(state ->
                                state != FileState.QUEUED || rig.states().indexOf(state) == 0)
                        .distinct()
                        .toList());
    }

    @Test
    void staysWithinWhatTheProtocolAndChatAllow() {
        byte[] content = source(LARGE_BYTES);
        rig.sends(1).settle();
        arrives(content);
        assertTrue(rig.mostQueuedBytes <= UploadStream.MAX_QUEUED_BYTES, "queued " + rig.mostQueuedBytes);
        assertTrue(rig.relay.mostAheadBytes <= UploadStream.MAX_AHEAD_BYTES, "ahead " + rig.relay.mostAheadBytes);
    }

    @Test
    void waitsForTheRelayToKeepWhatItWasSent() {
        source(LARGE_BYTES);
        rig.relay.lie = answer -> answer instanceof ServerMessage.FileHave ? null : answer;
        rig.sends(1).settle();
        assertEquals(
                UploadStream.MAX_AHEAD_BYTES / 49_152,
                rig.relay.blobs.values().iterator().next().have / 49_152,
                "no further ahead than allowed");
    }

    @Test
    void tellsHowFarItIsAtMostFourTimesASecond() {
        source(LARGE_BYTES);
        rig.sends(1).settle();
        List<FileTransfer> told = rig.all().stream()
                .filter(one -> one.state() == FileState.SENDING)
                .toList();
        long ms = TimeUnit.NANOSECONDS.toMillis(rig.nowNs);
        assertTrue(told.size() <= ms / 250 + 2, told.size() + " in " + ms + " ms");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void survivesLossesAndDeathsAtAnyStep(long seed) {
        byte[] content = source(1_700_000);
        rig.sends(1);
        rig.turn(); // the command was kept
        Random dice = new Random(seed);
        for (int trouble = 0; trouble < 8; trouble++) {
            int steps = dice.nextInt(40);
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
        rig.waits(60_000);
        arrives(content);
    }

    @Test
    void aDeathBetweenAnyTwoStepsIsMadeGood() {
        byte[] content = source(700_000);
        int steps = 0;
        boolean finished = false;
        while (!finished) {
            FileRig one = new FileRig(steps).start();
            one.disk.put(FileRig.SOURCE, content);
            one.sends(1);
            one.turn();
            for (int step = 0; step < steps; step++) {
                finished = !one.moves();
            }
            one.dies().waits(30_000);
            assertEquals(1, one.posted.size(), "after " + steps + " steps");
            Body.File offer = one.posted(ONE);
            assertArrayEquals(FileRig.sealed(offer, content), one.octetsOf(offer), "after " + steps + " steps");
            steps++;
        }
        assertTrue(steps > 20, "only " + steps + " steps");
    }

    @Test
    void anUploadThatWasTakenUpAgainSendsOnlyTheRest() {
        source(3_000_000);
        rig.sends(1);
        while (rig.relay.blobs.isEmpty() || rig.relay.blobs.values().iterator().next().told < 1_048_576) {
            rig.step();
        }
        rig.dies();
        long before = rig.relay.blobs.values().iterator().next().have;
        rig.settle();
        assertEquals(FileState.DONE, rig.last(ONE).state());
        assertTrue(before >= 1_048_576, "it begins anew");
    }

    @Test
    void isRefusedBeforeAnythingIsSentWhenTheServerTakesNoSuchFile() {
        source(1_000);
        rig.relay.maxBytes = 1_027;
        rig.sends(1).settle();
        assertEquals(FileState.FAILED, rig.last(ONE).state());
        assertTrue(rig.last(ONE).reason().contains("too large"), rig.last(ONE).reason());
        assertTrue(rig.relay.blobs.isEmpty());
        assertEquals(0, rig.disk.hashCount, "it was read for nothing");
    }

    @Test
    void isRefusedWhenTheQuotaIsUsedUpAndTriedAgainByResume() {
        byte[] content = source(1_000);
        rig.relay.quotaBytes = 5_000;
        rig.relay.usedBytes = 4_500;
        rig.sends(1).settle();
        assertTrue(
                rig.last(ONE).reason().contains("does not fit"), rig.last(ONE).reason());
        rig.relay.usedBytes = 0;
        rig.does(new ClientCommand.ResumeFile(ONE)).settle();
        arrives(content);
    }

    @Test
    void aFileThatHasChangedIsNotSent() {
        source(3_000_000);
        rig.sends(1);
        while (rig.relay.blobs.isEmpty()) {
            rig.step();
        }
        source(3_000_000);
        rig.settle();
        assertEquals(FileState.FAILED, rig.last(ONE).state());
        assertTrue(rig.last(ONE).reason().contains("changed"), rig.last(ONE).reason());
        assertTrue(rig.posted.isEmpty());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        rig.sends(1).settle();
        assertEquals(FileState.FAILED, rig.last(ONE).state());
        assertTrue(rig.last(ONE).reason().contains("data.bin"), rig.last(ONE).reason());
    }

    @Test
    void nothingIsSentWhereNothingMayBeSaid() {
        source(10);
        rig.does(new ClientCommand.SendFile(ONE, Target.room("other"), FileRig.SOURCE, ""))
                .settle();
        assertTrue(rig.refusal().contains("join it first"), rig.refusal());
        rig.does(new ClientCommand.SendFile(ONE, FileRig.LAB, FileRig.SOURCE, "x".repeat(4_001)))
                .settle();
        assertTrue(rig.refusal().contains("4001"), rig.refusal());
        assertTrue(rig.all().isEmpty());
    }

    @Test
    void pausesAndGoesOn() {
        byte[] content = source(LARGE_BYTES);
        rig.sends(1);
        while (rig.relay.blobs.isEmpty() || rig.relay.blobs.values().iterator().next().have == 0) {
            rig.step();
        }
        rig.does(new ClientCommand.PauseFile(ONE));
        // What stood in the connection arrives behind the question how much the relay has.
        rig.does(new ClientCommand.ResumeFile(ONE)).settle();
        arrives(content);

        byte[] second = source(LARGE_BYTES);
        rig.sends(2);
        for (int step = 0; step < 30; step++) {
            rig.step();
        }
        rig.does(new ClientCommand.PauseFile(FileRig.id(2))).settle();
        assertEquals(FileState.PAUSED, rig.last(FileRig.id(2)).state());
        rig.dies().settle();
        assertEquals(FileState.PAUSED, rig.last(FileRig.id(2)).state(), "after a restart");
        assertFalse(rig.posted.containsKey(FileRig.id(2)));
        rig.does(new ClientCommand.ResumeFile(FileRig.id(2))).settle();
        assertEquals(MemoryDisk.hashOf(second), rig.posted(FileRig.id(2)).sha256());
    }

    @Test
    void aCancelledUploadIsTakenAwayFromTheRelay() {
        source(LARGE_BYTES);
        rig.sends(1);
        while (rig.relay.blobs.isEmpty()) {
            rig.step();
        }
        rig.loseConnection();
        assertTrue(rig.transfers.cancel(ONE, rig.nowNs));
        assertEquals(FileState.CANCELLED, rig.last(ONE).state());
        rig.settle();
        assertEquals(1, rig.relay.blobs.size(), "nobody could be told yet");
        rig.dies().settle();
        assertEquals(0, rig.relay.blobs.size());
        assertEquals(List.of(), new FilesDrawer(rig.store).uploads());
        assertFalse(rig.transfers.cancel(FileRig.id(9), rig.nowNs), "there is none");
    }

    @Test
    void cancellingAfterThePostTakesTheMessageBackToo() {
        source(10);
        rig.storesPosts = false;
        rig.sends(1).settle();
        assertTrue(rig.outbox.containsKey(ONE));
        rig.transfers.cancel(ONE, rig.nowNs);
        rig.settle();
        assertTrue(rig.outbox.isEmpty());
        assertEquals(FileState.CANCELLED, rig.last(ONE).state());
        assertEquals(1, rig.relay.dropCount);
    }

    @Test
    void aMessageThatIsNotStoredIsAFailureThatCanBeTriedAgain() {
        byte[] content = source(10);
        rig.storesPosts = false;
        rig.sends(1).settle();
        rig.outbox.clear();
        rig.report(ONE, MessageState.FAILED, "muted: you may not speak here");
        rig.settle();
        assertEquals(FileState.FAILED, rig.last(ONE).state());
        assertTrue(rig.last(ONE).reason().contains("muted"));
        rig.storesPosts = true;
        rig.does(new ClientCommand.ResumeFile(ONE)).settle();
        arrives(content);
    }

    @Test
    void twoGoAtATimeAndTheRestInOrder() {
        source(400_000);
        for (int number = 1; number <= 5; number++) {
            rig.sends(number);
        }
        rig.settle();
        assertEquals(
                List.of(FileRig.id(1), FileRig.id(2), FileRig.id(3), FileRig.id(4), FileRig.id(5)),
                rig.posted.keySet().stream()
                        .sorted((a, b) -> a.toHex().compareTo(b.toHex()))
                        .toList());
        int most = 0;
        java.util.Set<MessageId> going = new java.util.HashSet<>();
        for (FileTransfer told : rig.all()) {
            if (told.state() == FileState.HASHING || told.state() == FileState.SENDING) {
                going.add(told.id());
            } else if (told.state() == FileState.DONE) {
                going.remove(told.id());
            }
            most = Math.max(most, going.size());
        }
        assertTrue(most <= 2 * Uploads.AT_A_TIME, most + " at a time");
    }

    @Test
    void aBusyRelayIsAskedAgainLater() {
        byte[] content = source(1_000);
        rig.relay.busyCount = 2;
        rig.sends(1).settle();
        assertEquals(FileState.WAITING, rig.last(ONE).state());
        assertEquals("try again", rig.last(ONE).reason());
        rig.waits(20_000);
        arrives(content);
    }

    @Test
    void aRelayThatStartedAnewIsToldOfTheFileAgain() {
        byte[] content = source(3_000_000);
        rig.sends(1);
        while (rig.relay.blobs.isEmpty() || rig.relay.blobs.values().iterator().next().have == 0) {
            rig.step();
        }
        rig.relay.onConnectionLost(); // it was: the connection goes on
        rig.waits(20_000);
        arrives(content);
    }

    @Test
    void aRelayThatMakesNoSenseIsNotBelieved() {
        source(1_000);
        rig.relay.lie = answer -> answer instanceof ServerMessage.FileState state
                ? new ServerMessage.FileState(state.request(), state.blob(), state.bytes() + 1, state.bytes(), 1)
                : answer;
        rig.sends(1).settle();
        assertEquals(FileState.FAILED, rig.last(ONE).state());

        rig.relay.lie = answer -> answer instanceof ServerMessage.FileHave have
                ? new ServerMessage.FileHave(have.blob(), have.haveBytes() + 1_000_000)
                : answer;
        rig.sends(2).settle();
        assertEquals(FileState.FAILED, rig.last(FileRig.id(2)).state());
        assertTrue(rig.posted.isEmpty());

        Bytes other = Bytes.copyOf(new byte[16]);
        rig.relay.lie = answer -> answer instanceof ServerMessage.FileState state
                ? new ServerMessage.FileState(state.request(), other, 0, state.bytes(), 1)
                : answer;
        rig.sends(3).settle();
        assertEquals(FileState.FAILED, rig.last(FileRig.id(3)).state());
    }

    @Test
    void aFailureTheRelayTellsIsShown() {
        source(3_000_000);
        rig.relay.lie = answer -> answer instanceof ServerMessage.FileHave have
                ? new ServerMessage.FileFailed(have.blob(), RefusalCode.NO_SPACE, "the server's disk is full")
                : answer;
        rig.sends(1).settle();
        assertEquals(FileState.FAILED, rig.last(ONE).state());
        assertEquals("the server's disk is full", rig.last(ONE).reason());
    }

    @Test
    void aSmallPictureGoesAlongAndALargeOneDoesNot() {
        source(1_000);
        rig.disk.picture = Bytes.copyOf(new byte[40_000]);
        rig.sends(1).settle();
        assertEquals(rig.disk.picture, rig.posted(ONE).thumbnail());
        rig.disk.picture = Bytes.copyOf(new byte[40_001]);
        rig.sends(2).settle();
        assertTrue(rig.posted(FileRig.id(2)).thumbnail().isEmpty());
    }

    @Test
    void noTwoFilesShareABlobOrAKey() {
        source(10);
        rig.sends(1).sends(2).settle();
        Body.File one = rig.posted(ONE);
        Body.File two = rig.posted(FileRig.id(2));
        assertNotEquals(one.blob(), two.blob());
        assertNotEquals(one.key(), two.key());
    }

    @Test
    void nothingIsAskedWhileTheProfileCannotBeWritten() {
        byte[] content = source(10);
        rig.store.setBroken(true);
        rig.sends(1).settle();
        assertTrue(rig.relay.blobs.isEmpty());
        rig.store.setBroken(false);
        rig.settle();
        arrives(content);
    }

    @Test
    void whatIsKeptTellsNoKey() {
        UploadRecord record = new UploadRecord(
                ONE,
                FileRig.LAB,
                Path.of("a"),
                "a",
                "",
                Bytes.copyOf(new byte[16]),
                Bytes.copyOf(new byte[32]),
                -1,
                0,
                Bytes.EMPTY,
                Bytes.EMPTY,
                false,
                Stage.ACTIVE,
                "");
        assertEquals(record, RecordFormat.upload(RecordFormat.encode(record)));
        assertEquals("UploadRecord[id=" + ONE + ", stage=ACTIVE]", record.toString());
        assertEquals(28, FileSeal.sealedBytes(0));
        assertEquals(FileMessage.BLOB_BYTES, record.blob().length());
    }
}
