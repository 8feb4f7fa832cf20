package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.routing.RelayFixture.Person;
import io.heliograph.server.store.EntryTable.PageQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever people do to rooms, in whatever order and however long the store takes: what the relay believes is what the
 * store holds, every room somebody made has an owner, and numbers have no holes.
 */
class RoomsPropertyTest {
    private static final String[] NAMES = {"alice", "bob", "carol", "dave", "erin"};
    private static final String[] ROOMS = {"#one", "#two", "#three"};
    private static final int STEPS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void memoryAndStoreNeverDisagree(long seed) {
        Random random = new Random(seed);
        RelayFixture relay = new RelayFixture();
        List<Person> people = new ArrayList<>();
        for (String name : NAMES) {
            people.add(relay.person(name).logIn());
        }
        relay.deferStore();
        for (int step = 0; step < STEPS; step++) {
            Person actor = people.get(random.nextInt(people.size()));
            act(random, actor);
            if (random.nextInt(3) == 0) {
                relay.settle();
            }
            if (random.nextInt(60) == 0) {
                relay.settle();
                String before = stateOf(relay);
                relay.restart();
                assertEquals(before, stateOf(relay), "seed " + seed + " step " + step);
                people.forEach(person -> {
                    person.reconnect();
                    relay.settle();
                });
            }
        }
        relay.settle();
        assertOwnersAndNumbers(relay, "seed " + seed);
        String before = stateOf(relay);
        relay.restart();
        assertEquals(before, stateOf(relay), "seed " + seed);
    }

    private static void act(Random random, Person actor) {
        String room = ROOMS[random.nextInt(ROOMS.length)];
        String whom = NAMES[random.nextInt(NAMES.length)];
        int dice = random.nextInt(100);
        if (dice < 25 || !actor.isIn(room)) {
            actor.join(room, random.nextBoolean() ? "sesame" : "");
        } else if (dice < 40) {
            actor.post(random.nextInt(4) == 0 ? "@" + whom : room, "line");
        } else if (dice < 50) {
            actor.leave(room);
        } else if (dice < 80) {
            List<Moderation> actions = List.of(Moderation.values());
            List<Role> roles = List.of(Role.values());
            Role role = roles.get(random.nextInt(roles.size()));
            actor.moderate(room, actions.get(random.nextInt(actions.size())), whom, role, random.nextInt(3) * 60L);
        } else if (dice < 95) {
            set(random, actor, room);
        } else {
            actor.say(new ClientMessage.Pin(actor.nextRequest(), actor.idOf(room), 1 + random.nextInt(20), true));
        }
    }

    private static void set(Random random, Person actor, String room) {
        List<RoomSetting> settings = List.of(RoomSetting.values());
        String[] values = {"public", "private", "hidden", "sesame", "on", "off", "0", "5", ""};
        actor.set(room, settings.get(random.nextInt(settings.size())), values[random.nextInt(values.length)]);
    }

    private static void assertOwnersAndNumbers(RelayFixture relay, String label) {
        for (Conversation conversation : relay.relay.directory().conversations().all()) {
            boolean owned = conversation.members().stream().anyMatch(member -> member.role() == Role.OWNER);
            assertTrue(owned || conversation.memberCount() == 0 || !conversation.isRoom(), label + " " + conversation);
            List<Long> seqs = relay
                    .store
                    .tables()
                    .entries()
                    .page(new PageQuery(conversation.id(), 0, Long.MAX_VALUE, false, 100_000, Integer.MAX_VALUE / 2))
                    .entries()
                    .stream()
                    .map(row -> row.seq())
                    .toList();
            for (int i = 0; i < seqs.size(); i++) {
                assertEquals(i + 1L, seqs.get(i), label + " " + conversation);
            }
            assertEquals(seqs.size() + 1L, conversation.log().nextSeq(), label + " " + conversation);
        }
    }

    /** Everything about conversations that a restart must not change. */
    private static String stateOf(RelayFixture relay) {
        TreeMap<Long, String> lines = new TreeMap<>();
        for (Conversation conversation : relay.relay.directory().conversations().all()) {
            TreeMap<String, String> members = new TreeMap<>();
            for (Member member : conversation.members()) {
                members.put(
                        member.account().name(),
                        member.role() + " until " + member.mutedUntilMs() + " read " + member.readSeq());
            }
            lines.put(
                    conversation.id(),
                    conversation + " " + conversation.access() + " "
                            + conversation.settings().topic() + " "
                            + conversation.settings().slowModeS() + " " + conversation.pins() + " "
                            + conversation.log().nextSeq() + " " + members);
        }
        return String.join("\n", lines.values());
    }
}
