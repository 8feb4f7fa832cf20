package io.heliograph.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.heliograph.common.net.FirewallTool;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.admin.Arrivals.Arrival;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallersTest {
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final Callers callers = new Callers(7_001, FirewallTool.UFW);

    @Test
    void whatArrivesAndWhatIsSentBackIsCounted() {
        callers.onArrived(ip(1), 0);
        callers.onArrived(ip(1), 4 * SECOND_NS);
        callers.onAnswered(ip(1));
        callers.onAnswered(ip(2));
        assertEquals(new Arrival(ip(1), 2, 1, 6_000, 2_000), callers.of(ip(1), 6 * SECOND_NS));
        assertNull(callers.of(ip(2), 6 * SECOND_NS), "who was only sent something was not heard");
    }

    @Test
    void whoWasNotHeardForLongestGoesFirst() {
        for (int i = 0; i < Callers.MAX_ADDRESSES; i++) {
            callers.onArrived(ip(i), i);
        }
        callers.onArrived(ip(0), 1_000);
        callers.onArrived(ip(999), 1_001);
        assertNotNull(callers.of(ip(0), 2_000));
        assertNull(callers.of(ip(1), 2_000));
        assertEquals(1, assertNotNullArrival(ip(999)).count(), "counts of the one before");
        assertEquals(0, assertNotNullArrival(ip(999)).answeredCount());
    }

    @Test
    void aFloodUnderForgedAddressesTakesNoMoreRoom() {
        for (int i = 0; i < 100_000; i++) {
            callers.onArrived(ip(i), i);
        }
        assertEquals(
                Callers.MAX_ADDRESSES,
                callers.latest(Integer.MAX_VALUE, 100_000).size());
    }

    @Test
    void whatIsLongAgoIsForgottenAndCountedAnew() {
        long laterNs = TimeUnit.MINUTES.toNanos(11);
        callers.onArrived(ip(1), 0);
        callers.onAnswered(ip(1));
        assertNull(callers.of(ip(1), laterNs));
        assertEquals(0, callers.latest(5, laterNs).size());
        callers.onArrived(ip(1), laterNs);
        assertEquals(new Arrival(ip(1), 1, 0, 0, 0), callers.of(ip(1), laterNs));
    }

    @Test
    void whoWasHeardLastComesFirst() {
        callers.onArrived(ip(1), 0);
        callers.onArrived(ip(2), 1);
        callers.onArrived(ip(1), 2);
        assertEquals(ip(1), callers.latest(1, 3).get(0).ip());
        assertEquals(1, callers.latest(1, 3).size());
    }

    @Test
    void whoIsAskedAboutIsNotHeardByThat() {
        callers.onArrived(ip(1), 0);
        callers.onArrived(ip(2), 1);
        assertNotNull(callers.of(ip(1), 2));
        assertEquals(ip(2), callers.latest(1, 3).get(0).ip());
    }

    @Test
    void theLineForTheFirewallNamesThePort() {
        assertEquals("ufw: sudo ufw allow 7001/udp", callers.firewallLine());
    }

    private Arrival assertNotNullArrival(Bytes ip) {
        Arrival arrival = callers.of(ip, 2_000);
        assertNotNull(arrival);
        return arrival;
    }

    private static Bytes ip(int number) {
        return Bytes.copyOf((byte) 10, (byte) (number >> 16), (byte) (number >> 8), (byte) number);
    }
}
