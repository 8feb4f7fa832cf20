package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.FileMessage.FileBegin;
import io.heliograph.common.message.FileMessage.FileDrop;
import io.heliograph.common.message.FileMessage.FileGet;
import io.heliograph.common.message.FileMessage.FileLimits;
import io.heliograph.common.message.FileMessage.FilePut;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.FileData;
import io.heliograph.common.message.ServerMessage.FileFailed;
import io.heliograph.common.message.ServerMessage.FileHave;
import io.heliograph.common.message.ServerMessage.FileLimitsTold;
import io.heliograph.common.message.ServerMessage.FileState;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.routing.RelayFixture.Person;
import io.heliograph.server.store.StoreFault;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Files: announced, brought, fetched, taken away (protocol.md 14). */
class FileDeskTest {
    private static final int PART = 49_152;
    private static final int MIB = 1024 * 1024;
    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);
    private static final Bytes BLOB = blob(1);
    private static final Bytes OTHER = blob(2);

    private final RelayFixture relay = new RelayFixture();
    private final Person ann = relay.person("ann").logIn();
    private final Person bob = relay.person("bob").logIn();

    private static Bytes blob(int number) {
        byte[] octets = new byte[16];
        octets[0] = (byte) number;
        return Bytes.copyOf(octets);
    }

    private static Bytes content(int bytes) {
        byte[] octets = new byte[bytes];
        new Random(bytes).nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    private static Bytes slice(Bytes whole, long from, long upto) {
        return Bytes.copyOf(whole.toArray(), (int) from, (int) (upto - from));
    }

    private static int begin(Person who, Bytes blob, long bytes) {
        int request = who.nextRequest();
        who.say(new FileBegin(request, blob, bytes));
        return request;
    }

    private static FileState state(Person who, int request) {
        return who.link.chatOf(FileState.class).stream()
                .filter(state -> state.request() == request)
                .findFirst()
                .orElseThrow(() -> new AssertionError(who.link.chat));
    }

    /** What is announced is brought from {@code from} on, as far as {@code upto}. */
    private static void put(Person who, Bytes blob, Bytes whole, long from, long upto) {
        for (long at = from; at < upto; at += PART) {
            who.say(new FilePut(blob, at, slice(whole, at, Math.min(upto, at + PART))));
        }
    }

    private Bytes stored(Person who, Bytes blob, int bytes) {
        Bytes whole = content(bytes);
        begin(who, blob, bytes);
        put(who, blob, whole, 0, bytes);
        assertEquals(bytes, who.link.lastChat(FileHave.class).haveBytes());
        return whole;
    }

    private static int get(Person who, Bytes blob, long offset, int length) {
        int request = who.nextRequest();
        who.say(new FileGet(request, blob, offset, length));
        return request;
    }

    private static List<FileData> data(Person who, int request) {
        return who.link.chatOf(FileData.class).stream()
                .filter(part -> part.request() == request)
                .toList();
    }

    private static Bytes joined(List<FileData> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(part -> whole.writeBytes(part.octets().toArray()));
        return Bytes.copyOf(whole.toByteArray());
    }

    private static String failure(Person who) {
        return who.link.lastChat(FileFailed.class).code();
    }

    // There and back

    @Test
    void whatWasBroughtCanBeFetchedByWhoKnowsIt() {
        Bytes whole = stored(ann, BLOB, 3 * MIB + 5);
        int request = get(bob, BLOB, 100, MIB);
        List<FileData> parts = data(bob, request);
        assertEquals(slice(whole, 100, 100 + MIB), joined(parts));
        assertTrue(parts.stream().allMatch(part -> part.octets().length() <= PART));
        assertEquals(1, parts.stream().filter(FileData::last).count());
        assertTrue(parts.get(parts.size() - 1).last());
        long offset = 100;
        for (FileData part : parts) {
            assertEquals(offset, part.offset());
            offset += part.octets().length();
        }
    }

    @Test
    void theEndOfAFileIsTheEndOfAnAnswer() {
        Bytes whole = stored(ann, BLOB, 1_000);
        assertEquals(slice(whole, 900, 1_000), joined(data(bob, get(bob, BLOB, 900, MIB))));
        assertEquals(RefusalCode.BAD_VALUE, bob.refusalOf(get(bob, BLOB, 1_000, 1)));
        assertEquals(RefusalCode.BAD_VALUE, bob.refusalOf(get(bob, BLOB, Long.MAX_VALUE, 1)));
    }

    @Test
    void progressIsToldEveryMebibyteAndAtTheEnd() {
        stored(ann, BLOB, 2 * MIB + MIB / 2);
        List<Long> told = ann.link.chatOf(FileHave.class).stream()
                .map(FileHave::haveBytes)
                .toList();
        assertEquals(3, told.size());
        long before = 0;
        for (long have : told) {
            assertTrue(have - before <= MIB + PART, told.toString());
            before = have;
        }
        assertEquals(2L * MIB + MIB / 2, before);
    }

    @Test
    void limitsAreTold() {
        stored(ann, BLOB, 1_000);
        ann.say(new FileLimits(ann.nextRequest()));
        FileLimitsTold told = ann.link.lastChat(FileLimitsTold.class);
        assertEquals(new FileLimitsTold(told.request(), 1 << 24, 1 << 25, 1_000, 30 * 24 * 3_600), told);
        assertEquals(1_000, relay.relay.files().totals().bytes());
        assertEquals(1, relay.relay.files().totals().count());
    }

    // Interruptions

    @Test
    void anUploadGoesOnWhereItWasDurable() {
        Bytes whole = content(3 * MIB);
        begin(ann, BLOB, 3 * MIB);
        put(ann, BLOB, whole, 0, 2 * MIB + MIB / 2);
        long durable = ann.link.lastChat(FileHave.class).haveBytes();
        ann.reconnect();
        FileState state = state(ann, begin(ann, BLOB, 3 * MIB));
        assertEquals(durable, state.haveBytes());
        assertEquals(durable, relay.blobs.contentOf(BLOB).length());
        put(ann, BLOB, whole, durable, 3 * MIB);
        assertEquals(whole, relay.blobs.contentOf(BLOB));
        assertEquals(3L * MIB, state(ann, begin(ann, BLOB, 3 * MIB)).haveBytes());
    }

    @Test
    void afterAKillTheDatabaseIsWhatCounts() {
        Bytes whole = content(3 * MIB);
        begin(ann, BLOB, 3 * MIB);
        put(ann, BLOB, whole, 0, 2 * MIB + MIB / 2);
        long told = ann.link.lastChat(FileHave.class).haveBytes();
        assertTrue(relay.blobs.contentOf(BLOB).length() > told);
        relay.restart();
        ann.connectAgain().logIn();
        put(ann, BLOB, whole, 2 * MIB + MIB / 2, 3 * MIB);
        assertEquals(RefusalCode.NO_SUCH_FILE, failure(ann)); // not announced to this server
        assertEquals(told, state(ann, begin(ann, BLOB, 3 * MIB)).haveBytes());
        put(ann, BLOB, whole, told, 3 * MIB);
        assertEquals(whole, joined(fetchAll(ann, BLOB, 3 * MIB)));
    }

    private static List<FileData> fetchAll(Person who, Bytes blob, int bytes) {
        List<FileData> parts = new ArrayList<>();
        for (int at = 0; at < bytes; at += MIB) {
            parts.addAll(data(who, get(who, blob, at, MIB)));
        }
        return parts;
    }

    @Test
    void whatIsNotWrittenYetWhenAnUploadBeginsAnewCountsForNothing() {
        Bytes whole = content(2 * MIB);
        begin(ann, BLOB, 2 * MIB);
        relay.diskWork = new ArrayList<>();
        put(ann, BLOB, whole, 0, 2 * MIB);
        assertTrue(ann.link.chatOf(FileHave.class).isEmpty());
        Person tablet = ann.connectAgain().logIn();
        int request = begin(tablet, BLOB, 2 * MIB);
        relay.settleDisk();
        assertEquals(0, state(tablet, request).haveBytes());
        assertEquals(0, relay.blobs.contentOf(BLOB).length());
        put(tablet, BLOB, whole, 0, 2 * MIB);
        assertEquals(whole, relay.blobs.contentOf(BLOB));
        assertEquals(2L * MIB, tablet.link.lastChat(FileHave.class).haveBytes());
    }

    @Test
    void aDiskThatFailsEndsTheUploadAndLosesNothingThatWasTold() {
        Bytes whole = content(3 * MIB);
        begin(ann, BLOB, 3 * MIB);
        put(ann, BLOB, whole, 0, MIB + MIB / 2);
        long told = ann.link.lastChat(FileHave.class).haveBytes();
        relay.blobs.setBroken(true);
        put(ann, BLOB, whole, MIB + MIB / 2, 2 * MIB);
        assertEquals(RefusalCode.NO_SPACE, failure(ann));
        assertEquals(1, ann.link.chatOf(FileFailed.class).size()); // once, whatever was on its way
        assertEquals(RefusalCode.NO_SPACE, ann.refusalOf(begin(ann, BLOB, 3 * MIB)));
        relay.blobs.setBroken(false);
        assertEquals(told, state(ann, begin(ann, BLOB, 3 * MIB)).haveBytes());
        put(ann, BLOB, whole, told, 3 * MIB);
        assertEquals(whole, relay.blobs.contentOf(BLOB));
    }

    @Test
    void aStoreThatFailsEndsTheUploadToo() {
        Bytes whole = content(2 * MIB);
        begin(ann, BLOB, 2 * MIB);
        relay.store.failWrites(StoreFault.READ_ONLY);
        put(ann, BLOB, whole, 0, 2 * MIB);
        assertEquals(RefusalCode.READ_ONLY, failure(ann));
        assertTrue(ann.link.chatOf(FileHave.class).isEmpty());
        assertEquals(RefusalCode.READ_ONLY, bob.refusalOf(begin(bob, OTHER, 5)));
        relay.store.failWrites(null);
        assertEquals(0, state(ann, begin(ann, BLOB, 2 * MIB)).haveBytes());
    }

    // Limits

    @Test
    void whatIsTooMuchIsRefusedBeforeAnythingIsStored() {
        assertEquals(RefusalCode.BAD_VALUE, ann.refusalOf(begin(ann, BLOB, 0)));
        assertEquals(RefusalCode.TOO_LARGE, ann.refusalOf(begin(ann, BLOB, (1 << 24) + 1)));
        assertEquals(RefusalCode.TOO_LARGE, ann.refusalOf(begin(ann, BLOB, 1L << 62)));
        assertEquals(RefusalCode.TOO_LARGE, ann.refusalOf(begin(ann, BLOB, Long.MAX_VALUE)));
        relay.blobs.setRoom(999);
        assertEquals(RefusalCode.NO_SPACE, ann.refusalOf(begin(ann, BLOB, 1_000)));
        assertEquals(0, relay.relay.files().totals().count());
        assertEquals(0, relay.blobs.fileCount());
    }

    @Test
    void aUserAndTheServerHaveAQuota() {
        begin(ann, blob(10), 1 << 24);
        begin(ann, blob(11), 1 << 24);
        assertEquals(RefusalCode.QUOTA, ann.refusalOf(begin(ann, blob(12), 1)));
        begin(bob, blob(13), 1 << 24);
        begin(bob, blob(14), 1 << 24);
        Person carl = relay.person("carl").logIn();
        assertEquals(RefusalCode.NO_SPACE, carl.refusalOf(begin(carl, blob(15), 1)));
        ann.say(new FileDrop(ann.nextRequest(), blob(10)));
        assertEquals(0, state(carl, begin(carl, blob(15), 1)).haveBytes());
        assertEquals(0, state(ann, begin(ann, blob(16), 1)).haveBytes());
    }

    // Those who do not keep to it

    @Test
    void nobodyTouchesTheFileOfAnother() {
        Bytes whole = content(1_000);
        begin(ann, BLOB, 1_000);
        assertEquals(RefusalCode.NOT_ALLOWED, bob.refusalOf(begin(bob, BLOB, 1_000)));
        put(bob, BLOB, content(999), 0, 999);
        assertEquals(RefusalCode.NO_SUCH_FILE, failure(bob));
        int drop = bob.nextRequest();
        bob.say(new FileDrop(drop, BLOB));
        assertEquals(RefusalCode.NOT_ALLOWED, bob.refusalOf(drop));
        put(ann, BLOB, whole, 0, 1_000);
        assertEquals(whole, relay.blobs.contentOf(BLOB));
        assertEquals(RefusalCode.NOT_ALLOWED, bob.refusalOf(begin(bob, BLOB, 1_000)));
    }

    @Test
    void whatIsAtAnotherPlaceIsIgnoredAndWhatIsBeyondTheEndFails() {
        begin(ann, BLOB, 100);
        ann.say(new FilePut(BLOB, 50, content(10)));
        ann.say(new FilePut(BLOB, Long.MAX_VALUE, content(10)));
        assertEquals(0, relay.blobs.contentOf(BLOB).length());
        assertTrue(ann.link.chatOf(FileFailed.class).isEmpty());
        ann.say(new FilePut(BLOB, 0, content(101)));
        assertEquals(RefusalCode.BAD_VALUE, failure(ann));
        assertEquals(0, relay.blobs.contentOf(BLOB).length());
        assertFalse(ann.isOut());
    }

    @Test
    void anotherSizeThanBeforeIsRefused() {
        stored(ann, BLOB, 100);
        assertEquals(RefusalCode.BAD_VALUE, ann.refusalOf(begin(ann, BLOB, 101)));
        assertEquals(100, state(ann, begin(ann, BLOB, 100)).haveBytes());
    }

    @Test
    void whoDoesNotWaitForTheDiskIsStopped() {
        Bytes whole = content(10 * MIB);
        begin(ann, BLOB, 10 * MIB);
        relay.diskWork = new ArrayList<>();
        put(ann, BLOB, whole, 0, 10 * MIB);
        assertEquals(RefusalCode.BUSY, failure(ann));
        relay.settleDisk();
        assertTrue(relay.blobs.contentOf(BLOB).length() <= 8 * MIB);
        put(ann, BLOB, whole, 8 * MIB, 10 * MIB);
        assertEquals(1, ann.link.chatOf(FileFailed.class).size());
    }

    @Test
    void aSlowDiskHoldsUpNobodysLines() {
        ann.join("#lab");
        relay.diskWork = new ArrayList<>();
        List<Integer> begun = new ArrayList<>();
        for (int number = 10; number < 19; number++) {
            begun.add(begin(ann, blob(number), 100));
        }
        assertEquals(RefusalCode.BUSY, ann.refusalOf(begun.get(8)));
        assertEquals(RefusalCode.BUSY, bob.refusalOf(begin(bob, blob(10), 100))); // one at a time for each
        ann.post("#lab", "at once");
        assertTrue(ann.posted().seq() > 0);
        relay.settleDisk();
        begun.subList(0, 8)
                .forEach(request -> assertEquals(0, state(ann, request).haveBytes()));
    }

    @Test
    void fourPartsWaitAtOnceAndNotFive() {
        stored(ann, BLOB, MIB);
        bob.link.queuedFileBytes = 256 * 1024;
        List<Integer> taken = new ArrayList<>();
        for (int count = 0; count < 4; count++) {
            taken.add(get(bob, BLOB, 0, 1_000));
        }
        assertEquals(RefusalCode.BUSY, bob.refusalOf(get(bob, BLOB, 0, 1_000)));
        assertTrue(bob.link.chatOf(FileData.class).isEmpty());
        bob.link.queuedFileBytes = 0;
        bob.becomesWritable();
        for (int request : taken) {
            assertEquals(1, data(bob, request).size());
        }
        assertEquals(1, data(bob, get(bob, BLOB, 0, 1_000)).size());
    }

    @Test
    void noMoreIsQueuedThanALinkTakesSoon() {
        stored(ann, BLOB, 3 * MIB);
        bob.link.countsFiles = true;
        int request = get(bob, BLOB, 0, MIB);
        assertTrue(bob.link.queuedFileBytes <= 450_000, bob.link.queuedFileBytes + " bytes");
        int turns = 0;
        while (!data(bob, request).get(data(bob, request).size() - 1).last()) {
            bob.link.queuedFileBytes = 0;
            bob.becomesWritable();
            turns++;
        }
        assertTrue(turns >= 2, turns + " turns");
    }

    @Test
    void someoneWhoLeavesMeanwhileIsForgotten() {
        stored(ann, BLOB, MIB);
        relay.diskWork = new ArrayList<>();
        get(bob, BLOB, 0, MIB);
        bob.disconnect();
        relay.settleDisk();
        assertTrue(bob.link.chatOf(FileData.class).isEmpty());
    }

    // The end

    @Test
    void whatIsNotCompleteOrGoneCannotBeFetched() {
        assertEquals(RefusalCode.NO_SUCH_FILE, bob.refusalOf(get(bob, BLOB, 0, 10)));
        begin(ann, BLOB, 100);
        ann.say(new FilePut(BLOB, 0, content(50)));
        assertEquals(RefusalCode.NO_SUCH_FILE, bob.refusalOf(get(bob, BLOB, 0, 10)));
        stored(ann, OTHER, 100);
        int drop = ann.nextRequest();
        ann.say(new FileDrop(drop, OTHER));
        assertTrue(ann.isDone(drop));
        assertEquals(RefusalCode.NO_SUCH_FILE, bob.refusalOf(get(bob, OTHER, 0, 10)));
        assertEquals(0, relay.blobs.contentOf(OTHER).length());
        int again = ann.nextRequest();
        ann.say(new FileDrop(again, OTHER));
        assertEquals(RefusalCode.NO_SUCH_FILE, ann.refusalOf(again));
    }

    @Test
    void filesGoAtTheirTime() {
        stored(ann, BLOB, 100);
        begin(ann, OTHER, 100);
        hours(8 * 24);
        assertEquals(1, relay.relay.files().totals().count()); // what did not come within seven days
        assertEquals(1, data(bob, get(bob, BLOB, 0, 10)).size());
        hours(23 * 24);
        assertEquals(RefusalCode.NO_SUCH_FILE, bob.refusalOf(get(bob, BLOB, 0, 10)));
        assertEquals(0, relay.blobs.fileCount());
        assertEquals(0, relay.relay.files().totals().bytes());
    }

    @Test
    void whatIsOverIsOverBeforeItIsDeleted() {
        stored(ann, BLOB, 100);
        relay.wallMs += TimeUnit.DAYS.toMillis(30);
        assertEquals(RefusalCode.NO_SUCH_FILE, bob.refusalOf(get(bob, BLOB, 0, 10)));
        assertEquals(0, state(ann, begin(ann, BLOB, 100)).haveBytes()); // and may come again
        put(ann, BLOB, content(100), 0, 100);
        assertEquals(content(100), joined(data(bob, get(bob, BLOB, 0, 100))));
        assertEquals(1, relay.relay.files().totals().count());
    }

    @Test
    void whatCouldNotBeDeletedIsTriedAgain() {
        stored(ann, BLOB, 100);
        relay.blobs.setBroken(true);
        ann.say(new FileDrop(ann.nextRequest(), BLOB));
        assertEquals(1, relay.blobs.fileCount());
        relay.blobs.setBroken(false);
        hours(2);
        assertEquals(0, relay.blobs.fileCount());
    }

    private void hours(int count) {
        for (int hour = 0; hour < count; hour++) {
            relay.pass(HOUR_MS);
        }
    }
}
