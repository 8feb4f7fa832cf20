package io.heliograph.common.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A network of sans-IO endpoints in virtual time: seeded faults, outages, address changes. Two runs of one seed have
 * the same {@link #traceHash}.
 *
 * <p>Fails the test on a datagram above 1200 bytes, a deadlock, an endpoint that spins, and too many steps. Not
 * thread-safe.
 */
public final class SimulatedNetwork {
    public static final int MAX_DATAGRAM_BYTES = 1200;

    private static final int MAX_STEPS_AT_ONE_TIME = 20_000;
    private static final int MAX_POLLS = 100_000;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;
    private final List<Host> hosts = new ArrayList<>();
    private final Map<Long, SimulatedLink> links = new HashMap<>();
    private final Map<Long, Faults> linkFaults = new HashMap<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<long[]> outages = new ArrayList<>();
    private Faults faults;
    private long outagePeriodNs;
    private long outageUpNs;
    private long nowNs;
    private long order;
    private long stepLimit = 20_000_000;
    private long traceHash = 0xcbf29ce484222325L;
    private long sentCount;
    private long sentBytes;
    private long deliveredCount;
    private long droppedCount;

    public SimulatedNetwork(long seed, Faults faults) {
        this.seed = seed;
        this.faults = faults;
    }

    /** An endpoint and where it is now. */
    private static final class Host {
        private final int index;
        private final SimulatedEndpoint endpoint;
        private final SimulatedLink.Bottleneck bottleneck = new SimulatedLink.Bottleneck();
        private PeerAddress address;
        private long sentCount;
        private long sentBytes;

        Host(int index, PeerAddress address, SimulatedEndpoint endpoint) {
            this.index = index;
            this.address = address;
            this.endpoint = endpoint;
        }
    }

    /** Something that happens at a time, in the order in which it was planned. */
    private record Event(long atNs, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return atNs != other.atNs ? Long.compare(atNs, other.atNs) : Long.compare(order, other.order);
        }
    }

    /** An address for tests: 10.0.0.{@code host}. */
    public static PeerAddress address(int host, int port) {
        return new PeerAddress(Bytes.copyOf((byte) 10, (byte) 0, (byte) 0, (byte) host), port);
    }

    public void attach(PeerAddress address, SimulatedEndpoint endpoint) {
        assertTrue(find(address) == null, () -> "two endpoints at " + address);
        hosts.add(new Host(hosts.size(), address, endpoint));
    }

    /** From now on the endpoint sends from {@code to}; what is under way to {@code from} gets lost. */
    public void rebind(PeerAddress from, PeerAddress to) {
        Host host = find(from);
        assertTrue(host != null && find(to) == null, () -> "cannot rebind " + from + " to " + to);
        if (host != null) {
            host.address = to;
        }
    }

    /** For all directions that have none of their own. */
    public void setFaults(Faults faults) {
        this.faults = faults;
    }

    /** For one direction; the addresses are those of now. */
    public void setFaults(PeerAddress from, PeerAddress to, Faults oneWay) {
        linkFaults.put(linkKey(required(from), required(to)), oneWay);
    }

    /** Nothing arrives that is sent in {@code [fromNs, untilNs)}. */
    public void addOutage(long fromNs, long untilNs) {
        outages.add(new long[] {fromNs, untilNs});
    }

    /** Again and again: {@code upNs} of every {@code periodNs} the network is there, then it is not. */
    public void setPeriodicOutage(long periodNs, long upNs) {
        outagePeriodNs = periodNs;
        outageUpNs = upNs;
    }

    public void setStepLimit(long steps) {
        stepLimit = steps;
    }

    public void schedule(long atNs, Runnable action) {
        events.add(new Event(Math.max(atNs, nowNs), order++, action));
    }

    public long nowNs() {
        return nowNs;
    }

    /** Runs until {@code isDone}; fails at {@code limitNs}, on a deadlock and on a live lock. */
    public void runUntil(BooleanSupplier isDone, long limitNs) {
        drive();
        int stepsAtThisTime = 0;
        for (long step = 0; !isDone.getAsBoolean(); step++) {
            if (step >= stepLimit) {
                fail(describe("live lock"));
            }
            long nextNs = nextNs();
            if (nextNs == NanoClock.NEVER_NS) {
                fail(describe("deadlock"));
            }
            stepsAtThisTime = nextNs <= nowNs ? stepsAtThisTime + 1 : 0;
            if (stepsAtThisTime > MAX_STEPS_AT_ONE_TIME) {
                fail(describe("an endpoint spins"));
            }
            if (nextNs > limitNs) {
                fail(describe("no progress until the time limit"));
            }
            nowNs = Math.max(nextNs, nowNs);
            drive();
        }
    }

    /** Lets {@code durationNs} pass; fails on an endpoint that asks for the same time again and again. */
    public void runFor(long durationNs) {
        long untilNs = nowNs + durationNs;
        drive();
        int stepsAtThisTime = 0;
        for (long nextNs = nextNs(); nextNs <= untilNs; nextNs = nextNs()) {
            stepsAtThisTime = nextNs <= nowNs ? stepsAtThisTime + 1 : 0;
            if (stepsAtThisTime > MAX_STEPS_AT_ONE_TIME) {
                fail(describe("an endpoint spins"));
            }
            nowNs = Math.max(nextNs, nowNs);
            drive();
        }
        nowNs = untilNs;
    }

    /** The same for the same seed. */
    public long traceHash() {
        return traceHash;
    }

    public long sentCount() {
        return sentCount;
    }

    public long sentBytes() {
        return sentBytes;
    }

    public long deliveredCount() {
        return deliveredCount;
    }

    public long droppedCount() {
        return droppedCount;
    }

    /** Datagrams that the endpoint now at {@code address} has sent. */
    public long sentCountOf(PeerAddress address) {
        return required(address).sentCount;
    }

    public long sentBytesOf(PeerAddress address) {
        return required(address).sentBytes;
    }

    /** For the message of a failure: says how to run it again. */
    public String describe(String what) {
        return what + " at " + nowNs / 1_000_000 + " ms, sim.seed=" + seed + " " + faults;
    }

    private long nextNs() {
        Event next = events.peek();
        long nextNs = next == null ? NanoClock.NEVER_NS : next.atNs();
        for (Host host : hosts) {
            nextNs = Math.min(nextNs, host.endpoint.nextTimeoutNs());
        }
        return nextNs;
    }

    private void drive() {
        for (Event next = events.peek(); next != null && next.atNs() <= nowNs; next = events.peek()) {
            events.remove().action().run();
        }
        for (Host host : hosts) {
            if (host.endpoint.nextTimeoutNs() <= nowNs) {
                host.endpoint.onTimeout(nowNs);
            }
            pollAll(host);
        }
    }

    private void pollAll(Host host) {
        for (int i = 0; i < MAX_POLLS; i++) {
            SimulatedDatagram datagram = host.endpoint.pollTransmit(nowNs);
            if (datagram == null) {
                return;
            }
            send(host, datagram);
        }
        fail(describe("an endpoint sends without end"));
    }

    private void send(Host from, SimulatedDatagram datagram) {
        int bytes = datagram.bytes().length;
        if (bytes > MAX_DATAGRAM_BYTES) {
            fail(describe("a datagram of " + bytes + " bytes"));
        }
        sentCount++;
        sentBytes += bytes;
        from.sentCount++;
        from.sentBytes += bytes;
        mix(nowNs);
        mix(from.index);
        mix(Arrays.hashCode(datagram.bytes()));
        Host to = find(datagram.to());
        if (to == null || isOut()) {
            droppedCount++;
            return;
        }
        long key = linkKey(from, to);
        Faults applied = linkFaults.getOrDefault(key, faults);
        SimulatedLink link = links.computeIfAbsent(key, k -> new SimulatedLink(seed * 31 + k));
        int copies = link.duplicates(applied) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            carry(new Passage(link, applied, from.address, to), datagram.bytes());
        }
    }

    /** One datagram's way. */
    private record Passage(SimulatedLink link, Faults faults, PeerAddress from, Host to) {}

    private void carry(Passage way, byte[] bytes) {
        boolean isLost =
                way.link().loses(way.faults()) || bytes.length > way.faults().mtuBytes();
        long leaveNs = isLost ? SimulatedLink.LOST_NS : way.to().bottleneck.leaveNs(way.faults(), bytes.length, nowNs);
        if (leaveNs == SimulatedLink.LOST_NS) {
            droppedCount++;
            return;
        }
        byte[] carried = way.link().corrupts(way.faults()) ? way.link().corrupted(bytes) : bytes;
        PeerAddress target = way.to().address;
        schedule(way.link().arrivalNs(way.faults(), leaveNs), () -> arrive(way, target, carried));
    }

    private void arrive(Passage way, PeerAddress target, byte[] bytes) {
        if (!way.to().address.equals(target)) {
            droppedCount++;
            return;
        }
        deliveredCount++;
        way.to().endpoint.onDatagram(way.from(), bytes, nowNs);
    }

    private boolean isOut() {
        for (long[] outage : outages) {
            if (nowNs >= outage[0] && nowNs < outage[1]) {
                return true;
            }
        }
        return outagePeriodNs > 0 && nowNs % outagePeriodNs >= outageUpNs;
    }

    private @Nullable Host find(PeerAddress address) {
        for (Host host : hosts) {
            if (host.address.equals(address)) {
                return host;
            }
        }
        return null;
    }

    private Host required(PeerAddress address) {
        Host host = find(address);
        if (host == null) {
            throw new IllegalArgumentException("nobody at " + address);
        }
        return host;
    }

    private static long linkKey(Host from, Host to) {
        return ((long) from.index << 32) | to.index;
    }

    private void mix(long value) {
        traceHash = (traceHash ^ value) * FNV_PRIME;
    }
}
