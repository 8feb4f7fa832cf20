package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.Role;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Honest and hostile people append to one roll in a random order. Whatever they do, what the roll says holds together,
 * and nobody has come by more than somebody who had it gave.
 */
class RollSimulationTest {
    private static final String ROOM = "#den";
    private static final int STEPS = 150;
    private static final RollAction[] ACTIONS = RollAction.values();

    /** The owner and the moderator keep to the rules; the others do what they like. */
    private final Person ann = Person.of("ann", 1);

    private final Person ben = Person.of("ben", 2);
    private final List<Person> hostile = List.of(
            Person.of("mallory", 10),
            Person.of("trudy", 11),
            Person.of("ann", 12),
            Person.of("ben", 13),
            Person.of("Mallory", 14),
            Person.of("eve", 15));
    private final List<Person> everybody = everybody();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverIsAppendedTheRulesHold(long seed) {
        Run run = new Run(seed);
        run.begin();
        for (int i = 0; i < STEPS; i++) {
            run.step();
            run.check();
        }
        run.checkHistory();
        run.checkReplay();
    }

    private List<Person> everybody() {
        List<Person> all = new ArrayList<>(List.of(ann, ben));
        all.addAll(hostile);
        return all;
    }

    /** One roll, and a second account of what it should say. */
    private final class Run {
        private final SeededRandom random;
        private final Role malloryRole;
        private final Roll roll = new Roll(ROOM);
        private final List<Bytes> entries = new ArrayList<>();
        private final List<List<RollMember>> snapshots = new ArrayList<>(List.of(List.of()));
        private final List<Long> removals = new ArrayList<>();
        private Bytes head = Bytes.takingOver(new byte[32]);
        private long timeMs = 1_000;

        Run(long seed) {
            random = new SeededRandom(seed);
            malloryRole = random.isWithin(50) ? Role.MODERATOR : Role.MEMBER;
        }

        void begin() {
            boolean counts = append(sign(ann, RollChange.begin(ROOM, ann.key(), random.nextInt(4))))
                    && append(sign(ann, RollChange.add("ben", ben.key(), Role.MODERATOR)))
                    && append(sign(ann, RollChange.add("mallory", hostile.get(0).key(), Role.MEMBER)));
            assertTrue(counts);
        }

        void step() {
            timeMs += random.nextInt(1_000);
            Bytes next;
            if (random.isWithin(10)) {
                next = entries.get(random.nextInt(entries.size())); // said once already
            } else if (random.isWithin(10)) {
                next = corrupted(entries.get(random.nextInt(entries.size())));
            } else if (random.isWithin(20)) {
                next = honest();
            } else {
                Person actor = hostile.get(random.nextInt(hostile.size()));
                next = sign(actor, anything());
            }
            List<RollMember> before = roll.members();
            if (!append(next)) {
                assertEquals(before, roll.members(), "what does not count changes nothing");
            }
        }

        /** Ann and Ben admit and remove; neither gives a role above that of a member, or the room away. */
        private Bytes honest() {
            Person actor = random.isWithin(50) ? ann : ben;
            Person subject = hostile.get(random.nextInt(hostile.size()));
            RollMember known = roll.member(subject.name());
            boolean isTheirs =
                    known != null && (known.name().equals("ann") || known.name().equals("ben"));
            if (known == null) {
                return sign(actor, RollChange.add(subject.name(), subject.key(), Role.MEMBER));
            } else if (isTheirs || random.isWithin(30)) {
                return sign(ann, RollChange.policy(random.nextInt(4)));
            }
            return sign(actor, RollChange.remove(known));
        }

        private RollChange anything() {
            RollAction action = ACTIONS[random.nextInt(ACTIONS.length)];
            Person subject = everybody.get(random.nextInt(everybody.size()));
            Person key = everybody.get(random.nextInt(everybody.size()));
            Bytes subjectKey = random.isWithin(60) ? subject.key() : key.key();
            Role role = Objects.requireNonNull(Coded.ofCode(Role.class, 1 + random.nextInt(4)));
            return switch (action) {
                case BEGIN -> RollChange.begin(ROOM, subjectKey, random.nextInt(4));
                case ADD -> RollChange.add(subject.name(), subjectKey, role);
                case REMOVE -> new RollChange(RollAction.REMOVE, subject.name(), subjectKey, 0);
                case ROLE -> new RollChange(RollAction.ROLE, subject.name(), subjectKey, role.code());
                case POLICY -> RollChange.policy(random.nextInt(4));
            };
        }

        private Bytes sign(Person actor, RollChange change) {
            return roll.next(actor.device(), actor.list(), change, timeMs).octets();
        }

        private Bytes corrupted(Bytes entry) {
            byte[] octets = entry.toArray();
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
            return Bytes.takingOver(octets);
        }

        private boolean append(Bytes entry) {
            List<RollMember> before = roll.members();
            boolean counts = roll.append(entry) == null;
            entries.add(entry);
            snapshots.add(roll.members());
            head = Sha256.digest(Octets.label("roll"), head.toArray(), entry.toArray());
            boolean someoneWent =
                    !keys(roll.members()).entrySet().containsAll(keys(before).entrySet());
            removals.add(
                    counts && someoneWent
                            ? Objects.requireNonNull(RollEntry.verified(entry)).timeMs()
                            : -1L);
            return counts;
        }

        void check() {
            assertEquals(entries.size(), roll.count());
            assertEquals(head, roll.head());
            assertEquals(roll.headAt(1), roll.room());
            assertEquals(new RollMember("ann", ann.key(), Role.OWNER, 1), roll.member("ann"));
            assertEquals(new RollMember("ben", ben.key(), Role.MODERATOR, 2), roll.member("BEN"));
            for (RollMember member : roll.members()) {
                boolean isHonest = member.name().equals("ann") || member.name().equals("ben");
                assertTrue(isHonest || member.role().code() <= malloryRole.code(), member.toString());
            }
        }

        void checkHistory() {
            for (int index = 0; index < snapshots.size(); index++) {
                Map<String, Bytes> then = keys(snapshots.get(index));
                for (Person person : everybody) {
                    boolean was = Objects.equals(person.key(), then.get(lookOf(person.name())));
                    assertEquals(was, roll.wasMember(person.name(), person.key(), index));
                }
                assertEquals(firstRemovalAfter(index), roll.removalAfter(index));
            }
        }

        private long firstRemovalAfter(int index) {
            return removals.stream()
                    .skip(index)
                    .filter(time -> time >= 0)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }

        void checkReplay() {
            Roll again = new Roll(ROOM);
            entries.forEach(again::append);

            assertEquals(roll.members(), again.members());
            assertEquals(roll.head(), again.head());
            assertEquals(roll.isOpen(), again.isOpen());
        }
    }

    private static Map<String, Bytes> keys(List<RollMember> members) {
        Map<String, Bytes> keys = new HashMap<>();
        members.forEach(member -> keys.put(lookOf(member.name()), member.accountKey()));
        return keys;
    }

    private static String lookOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
