package io.heliograph.client.core.e2e;

import static io.heliograph.client.core.e2e.World.LAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients are killed at random points, the profile of one is put back now and then: nothing is lost or used twice. */
class KillSimulationTest {
    private static final int KILLS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void killedClientsLoseNothingAndReuseNothing(long seed) {
        World world = new World(seed);
        Random random = new Random(seed * 31);
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        List<World.Person> both = List.of(ann, bob);
        List<String> said = new ArrayList<>();
        for (int round = 0; round < KILLS; round++) {
            World.Person speaker = both.get(random.nextInt(2));
            World.Person victim = both.get(random.nextInt(2));
            String text = "line " + round;
            said.add(speaker.name + ": " + text);
            speaker.session.execute(new ClientCommand.Say(speaker.id(round), LAB, text), world.nowNs);
            int steps = random.nextInt(8);
            for (int step = 0; step < steps; step++) {
                both.get(random.nextInt(2)).turn();
            }
            speaker.session.flush(world.nowNs); // what is not in the outbox yet was never said
            victim.dies();
            if (random.nextInt(10) == 0) {
                victim.goesBackTo(victim.backup());
            }
            victim.returns();
            world.waits(random.nextInt(100));
        }
        world.waits(120_000);

        assertEquals(said, texts(ann));
        assertEquals(said, texts(bob));
        assertNoCounterIsUsedTwice(world);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aProfilePutBackReusesNoKeyAndNoCounter(long seed) {
        World world = new World(seed);
        World.Person ann = world.person("ann", LAB);
        World.Person bob = world.person("bob", LAB);
        World.Person.Backup old = ann.backup();
        for (int i = 0; i < 20; i++) {
            ann.says(LAB, "before " + i);
            if (i % 5 == 4) {
                ann.dies();
                ann.goesBackTo(old);
                ann.returns();
                ann.says(LAB, "after " + i);
            }
        }

        assertNoCounterIsUsedTwice(world);
        assertEquals(24, texts(bob).size());
    }

    /** Every line of the log, each once, as the user would see it after asking for all of it. */
    private static List<String> texts(World.Person person) {
        person.events.clear();
        person.dies();
        person.returns();
        for (int page = 0; page < 10; page++) {
            person.does(new ClientCommand.LoadOlder(LAB, 200));
        }
        Map<Long, String> bySeq = new java.util.TreeMap<>();
        person.lines(LAB).values().stream()
                .filter(line -> line.isMessage())
                .forEach(line -> bySeq.put(line.seq(), line.from() + ": " + line.text()));
        return List.copyOf(bySeq.values());
    }

    private static void assertNoCounterIsUsedTwice(World world) {
        Map<String, Bytes> bodies = new HashMap<>();
        Set<Bytes> chains = new HashSet<>();
        for (Bytes message : world.relay.posted) {
            SealedHeader header = SealedHeader.of(message);
            if (header != null) {
                String place = header.deviceTag().toHex() + header.chain().toHex() + header.counter();
                Bytes before = bodies.putIfAbsent(place, message);
                assertTrue(before == null, "a key and counter sealed two things");
                chains.add(header.chain());
            }
        }
        assertTrue(chains.size() > 1);
        List<Entry> log = world.relay.room("#lab").log;
        assertTrue(log.stream().anyMatch(entry -> entry.kind() == EntryKind.MESSAGE));
    }
}
