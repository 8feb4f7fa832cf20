package io.heliograph.client.core.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.common.message.Body;
import org.junit.jupiter.api.Test;

class ForwardingTest {
    private final FileRig rig = new FileRig(11).start();

    private void forward(int number, long seq) {
        rig.does(new ClientCommand.ForwardFile(FileRig.id(number), FileRig.LAB, FileRig.LAB, seq, "see this"));
    }

    @Test
    void offersTheSameBlobAndSendsNothingOfIt() {
        Body.File offered = rig.offer(1, "a.bin", rig.content(900_000));
        forward(5, 1);
        rig.settle();
        Body.File again = rig.posted(FileRig.id(5));
        assertEquals(offered.blob(), again.blob());
        assertEquals(offered.key(), again.key());
        assertEquals("see this", again.caption());
        assertEquals(1, rig.relay.blobs.size());
        assertEquals(0, rig.relay.usedBytes);
    }

    @Test
    void saysWhereTheRelayHasLetGoOfIt() {
        Body.File offered = rig.offer(1, "a.bin", rig.content(10));
        rig.relay.blobs.remove(offered.blob());
        forward(5, 1);
        rig.settle();
        assertTrue(rig.posted.isEmpty());
        assertTrue(rig.refusal().contains("send it anew"), rig.refusal());
    }

    @Test
    void waitsInTheOutboxWithoutAConnection() {
        rig.offer(1, "a.bin", rig.content(10));
        rig.loseConnection();
        rig.storesPosts = false;
        forward(5, 1);
        rig.settle();
        assertTrue(rig.outbox.containsKey(FileRig.id(5)));
    }

    @Test
    void isNotLostWithTheConnectionThatWasAsked() {
        rig.offer(1, "a.bin", rig.content(10));
        forward(5, 1);
        rig.loseConnection();
        rig.settle();
        assertTrue(rig.posted.containsKey(FileRig.id(5)));
        rig.connect().settle();
        assertEquals(1, rig.posted.size());
    }

    @Test
    void aMessageWithoutAFileHasNothingToForward() {
        forward(5, 3);
        rig.settle();
        assertTrue(rig.refusal().contains("no file"), rig.refusal());
    }
}
