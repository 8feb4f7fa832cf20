package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.packet.Limits;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private static final long START_NS = HandshakeFixture.START_NS;

    private final HandshakeFixture pair = new HandshakeFixture();

    @Test
    void bothSidesGetTheSameSecrets() {
        byte[] request = pair.provedRequest(START_NS);
        byte[] keyRep = pair.keyRep(request, START_NS);
        pair.client.onPacket(HandshakeFixture.decode(keyRep), START_NS);

        ClientHandshakeResult.Established ours = pair.established();
        HalfOpen theirs = pair.server.halfOpen(ours.cid());
        assertNotNull(theirs);
        assertEquals(theirs.secrets().exporter(), ours.secrets().exporter());
        assertEquals(pair.identity.publicKey(), ours.identity());
        assertEquals(HandshakeFixture.ADDRESS, theirs.client());
        assertEquals(ClientHandshakeState.ESTABLISHED, pair.client.state());
    }

    @Test
    void noReplyIsLongerThanItsRequest() {
        pair.client.start(START_NS);
        byte[] asking = pair.transmitted(START_NS);
        byte[] retry = HandshakeFixture.reply(pair.offer(asking, START_NS));
        pair.client.onPacket(HandshakeFixture.decode(retry), START_NS);
        byte[] proving = pair.transmitted(START_NS);
        byte[] keyRep = pair.keyRep(proving, START_NS);

        assertEquals(Limits.KEY_REQ_BYTES, asking.length);
        assertEquals(Limits.KEY_REQ_BYTES, proving.length);
        assertTrue(retry.length <= asking.length / 4, "KEY_RETRY of " + retry.length);
        assertTrue(keyRep.length < proving.length, "KEY_REP of " + keyRep.length);
    }

    @Test
    void confirmedConnectionLeavesTheTable() {
        byte[] request = pair.provedRequest(START_NS);
        pair.client.onPacket(HandshakeFixture.decode(pair.keyRep(request, START_NS)), START_NS);
        ClientHandshakeResult.Established ours = pair.established();

        assertEquals(1, pair.server.halfOpenCount());
        assertNotNull(pair.server.confirm(ours.cid()));
        assertEquals(0, pair.server.halfOpenCount());
        assertNull(pair.server.confirm(ours.cid()));
        assertNull(pair.server.halfOpen(ours.cid()));
        assertEquals(HandshakeDrop.CONFIRMED, HandshakeFixture.dropped(pair.offer(request, START_NS)));
    }
}
