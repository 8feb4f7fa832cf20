package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.message.Role;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of protocol.md 13.4, row by row, and what a roll remembers. */
class RollTest {
    private static final String ROOM = "#den";
    private static final Bytes ZEROS = Bytes.takingOver(new byte[32]);

    private final Person owner = Person.of("owner", 1);
    private final Person mod = Person.of("mod", 2);
    private final Person member = Person.of("member", 3);
    private final Person reader = Person.of("reader", 4);
    private final Person stranger = Person.of("stranger", 5);
    private final Roll roll = new Roll(ROOM);
    private long timeMs = 1_000;

    /** {@code named} is the subject and whose account key the entry names; {@code value} as the wire has it. */
    @ParameterizedTest
    @CsvSource({
        // actor, action, subject=key, value, open, counts
        "owner,    ADD,    new=stranger, 4, false, true",
        "mod,      ADD,    new=stranger, 3, false, true",
        "mod,      ADD,    new=stranger, 4, false, false",
        "member,   ADD,    new=stranger, 2, false, false",
        "member,   ADD,    new=stranger, 1, true, false",
        "reader,   ADD,    new=stranger, 1, false, false",
        "stranger, ADD,    stranger=stranger, 2, false, false",
        "stranger, ADD,    stranger=stranger, 2, true, true",
        "stranger, ADD,    STRANGER=stranger, 2, true, true",
        "stranger, ADD,    stranger=stranger, 1, true, false",
        "stranger, ADD,    stranger=stranger, 3, true, false",
        "stranger, ADD,    new=stranger, 2, true, false",
        "stranger, ADD,    stranger=member, 2, true, false",
        "member,   ADD,    member=member, 2, true, true",
        "owner,    ADD,    mod=stranger, 2, false, true",
        "mod,      ADD,    member=stranger, 2, false, true",
        "mod,      ADD,    mod=stranger, 2, false, true",
        "mod,      ADD,    owner=stranger, 2, false, false",
        "mod,      ADD,    owner=owner, 2, false, true",
        "member,   REMOVE, member=member, 0, false, true",
        "reader,   REMOVE, reader=reader, 0, false, true",
        "owner,    REMOVE, owner=owner, 0, false, true",
        "owner,    REMOVE, mod=mod, 0, false, true",
        "mod,      REMOVE, member=member, 0, false, true",
        "mod,      REMOVE, mod=mod, 0, false, true",
        "mod,      REMOVE, owner=owner, 0, false, false",
        "mod,      REMOVE, member=stranger, 0, false, false",
        "mod,      REMOVE, member=member, 1, false, false",
        "mod,      REMOVE, stranger=stranger, 0, false, false",
        "member,   REMOVE, reader=reader, 0, false, false",
        "stranger, REMOVE, reader=reader, 0, true, false",
        "owner,    ROLE,   member=member, 4, false, true",
        "owner,    ROLE,   member=member, 1, false, true",
        "owner,    ROLE,   member=member, 0, false, false",
        "owner,    ROLE,   member=member, 5, false, false",
        "owner,    ROLE,   member=stranger, 3, false, false",
        "owner,    ROLE,   stranger=stranger, 2, false, false",
        "mod,      ROLE,   member=member, 1, false, false",
        "member,   ROLE,   member=member, 4, false, false",
        "owner,    POLICY, =nobody, 1, false, true",
        "owner,    POLICY, x=nobody, 1, false, false",
        "owner,    POLICY, =owner, 1, false, false",
        "mod,      POLICY, =nobody, 1, false, false",
        "stranger, POLICY, =nobody, 1, true, false",
        "owner,    BEGIN,  #den=owner, 0, false, false",
    })
    void anEntryCountsAsTheTableSays(
            String actor, RollAction action, String named, long value, boolean open, boolean counts) {
        begin(open ? Roll.OPEN : 0);
        populate();
        List<RollMember> before = roll.members();
        String subject = named.substring(0, named.indexOf('='));
        String key = named.substring(subject.length() + 1);
        Bytes subjectKey = key.equals("nobody") ? ZEROS : person(key).key();
        Bytes entry = signed(person(actor), new RollChange(action, subject, subjectKey, value));
        String reason = roll.append(entry);

        assertEquals(counts, reason == null, String.valueOf(reason));
        if (!counts) {
            assertEquals(before, roll.members());
        }
    }

    @Test
    void aRollBeginsWithItsOwner() {
        assertFalse(roll.isUsable());
        assertNull(roll.room());
        assertEquals(ZEROS, roll.head());
        begin(Roll.OPEN | Roll.HISTORY);

        assertTrue(roll.isUsable());
        assertTrue(roll.isOpen());
        assertTrue(roll.givesHistory());
        assertEquals(roll.head(), roll.room());
        assertEquals(List.of(new RollMember("owner", owner.key(), Role.OWNER, 1)), roll.members());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#other", "#den2"})
    void theRollOfAnotherRoomIsVoid(String room) {
        assertNotNull(append(owner, RollChange.begin(room, owner.key(), 0)));

        assertFalse(roll.isUsable());
        assertEquals(roll.head(), roll.room());
        assertNotNull(append(owner, RollChange.begin(ROOM, owner.key(), 0)), "nothing mends it");
        assertEquals(2, roll.count());
    }

    @Test
    void aRoomsNameMayBeSpeltAsItLooks() {
        assertNull(append(owner, RollChange.begin("#Den", owner.key(), 0)));
    }

    @Test
    void nobodyBeginsARollForSomebodyElse() {
        assertNotNull(append(owner, RollChange.begin(ROOM, stranger.key(), 0)));
        assertFalse(roll.isUsable());
    }

    @Test
    void everyEntryMovesTheHeadWhateverItSays() {
        begin(0);
        Bytes room = roll.head();
        Bytes rubbish = Bytes.fromHex("00ff");
        assertNotNull(roll.append(rubbish));

        assertEquals(Sha256.digest(Octets.label("roll"), room.toArray(), rubbish.toArray()), roll.head());
        assertEquals(2, roll.count());
        assertNull(append(owner, RollChange.policy(Roll.OPEN)), "and the next one follows it");
    }

    @Test
    void whatDoesNotFollowTheHeadDoesNotCount() {
        begin(0);
        RollEntry late = roll.next(owner.device(), owner.list(), RollChange.policy(Roll.OPEN), 5);
        assertNull(append(owner, RollChange.add("member", member.key(), Role.MEMBER)));

        assertNotNull(roll.append(late.octets()));
        assertFalse(roll.isOpen());
        assertNull(append(owner, RollChange.policy(Roll.OPEN)));
    }

    @Test
    void everyFlippedBitIsRefused() {
        begin(0);
        Bytes entry = roll.next(owner.device(), owner.list(), RollChange.policy(Roll.OPEN), 5)
                .octets();
        Bytes first = Objects.requireNonNull(roll.lastCounted()).octets();

        Flips.bitsOf(entry).forEach(forged -> assertNull(RollEntry.verified(forged)));
        Flips.cutsOf(entry).forEach(cut -> assertNull(RollEntry.verified(cut)));
        Roll again = new Roll(ROOM);
        assertNull(again.append(first));
        assertNull(again.append(entry));
    }

    @Test
    void aDeviceOnTheListSpeaksForTheAccount() {
        begin(0);
        Person phone = owner.with(TestKeys.identity(77), 2);

        assertNull(append(phone, RollChange.policy(Roll.OPEN)));
        assertThrows(
                IllegalArgumentException.class,
                () -> roll.next(TestKeys.identity(78), owner.list(), RollChange.policy(0), 5));
    }

    @Test
    void aDeviceThatIsNotOnTheListSpeaksForNobody() {
        begin(0);
        Bytes content = content(roll.head(), RollChange.policy(Roll.OPEN), owner.list(), member.deviceKey(), "owner");

        assertNotNull(roll.append(SignedRecord.sign(member.device(), "roll", content)));
    }

    @Test
    void aListOfAnotherNameSpeaksForNobody() {
        begin(0);
        Bytes content = content(roll.head(), RollChange.policy(Roll.OPEN), member.list(), member.deviceKey(), "owner");

        assertNotNull(roll.append(SignedRecord.sign(member.device(), "roll", content)));
    }

    @Test
    void anOlderListDoesNotCountAgain() {
        begin(0);
        Person phone = owner.with(TestKeys.identity(77), 2);
        assertNull(append(phone, RollChange.policy(Roll.OPEN)));

        assertNotNull(append(owner, RollChange.policy(0)), "version 1 behind version 2");
        assertTrue(roll.isOpen());
    }

    @Test
    void theNameAloneIsNobody() {
        begin(Roll.OPEN);
        populate();
        Person impostor = Person.of("owner", 50);

        assertNotNull(append(impostor, RollChange.policy(0)));
        assertNotNull(append(impostor, RollChange.add("owner", impostor.key(), Role.MEMBER)));
        assertEquals(owner.key(), Objects.requireNonNull(roll.member("owner")).accountKey());
    }

    @Test
    void whoBeginsAnewGetsTheNewKeyAndKeepsTheRole() {
        begin(Roll.OPEN);
        populate();
        Person anew = Person.of("reader", 51);
        assertNull(append(anew, RollChange.add("reader", anew.key(), Role.MEMBER)));

        assertEquals(new RollMember("reader", anew.key(), Role.READ_ONLY, 4), roll.member("reader"));
        assertTrue(roll.wasMember("reader", reader.key(), 4));
        assertFalse(roll.wasMember("reader", reader.key(), 5));
        assertTrue(roll.wasMember("reader", anew.key(), 5));
    }

    @Test
    void whenTheLastOwnerGoesTheFirstOfTheGreatestRoleFollows() {
        begin(0);
        populate();
        assertNull(append(owner, RollChange.add("mod2", stranger.key(), Role.MODERATOR)));
        assertNull(append(owner, RollChange.remove(Objects.requireNonNull(roll.member("owner")))));

        assertEquals(Role.OWNER, roleOf("mod"));
        assertEquals(Role.MODERATOR, roleOf("mod2"));
        assertNull(append(mod, RollChange.policy(Roll.OPEN)));
    }

    @Test
    void theOnlyOwnerCannotBeLowered() {
        begin(0);
        assertNull(append(owner, RollChange.role(Objects.requireNonNull(roll.member("owner")), Role.MEMBER)));

        assertEquals(Role.OWNER, roleOf("owner"));
    }

    @Test
    void whoComesFirstIntoAnOpenRollThatWasLeftOwnsIt() {
        begin(Roll.OPEN);
        assertNull(append(owner, RollChange.remove(Objects.requireNonNull(roll.member("owner")))));
        assertTrue(roll.members().isEmpty());
        assertNull(append(stranger, RollChange.add("stranger", stranger.key(), Role.MEMBER)));

        assertEquals(Role.OWNER, roleOf("stranger"));
    }

    @Test
    void headsAreFoundByTheirTags() {
        begin(0);
        populate();
        for (long i = 1; i <= roll.count(); i++) {
            assertEquals(i, roll.indexOfHead(Octets.slice(roll.headAt(i), 0, 8)));
        }
        assertEquals(-1, roll.indexOfHead(Octets.slice(ZEROS, 0, 8)), "the head of nothing is no head");
        assertEquals(ZEROS, roll.headAt(0));
    }

    @Test
    void itIsRememberedWhenSomebodyWent() {
        begin(0);
        populate();
        long before = roll.count();
        timeMs = 7_000;
        assertNull(append(mod, RollChange.remove(Objects.requireNonNull(roll.member("member")))));
        timeMs = 8_000;
        assertNull(append(owner, RollChange.add("reader", stranger.key(), Role.MEMBER)));

        assertEquals(7_000, roll.removalAfter(0));
        assertEquals(7_000, roll.removalAfter(before));
        assertEquals(8_000, roll.removalAfter(before + 1), "another key is a removal of the first");
        assertEquals(Long.MAX_VALUE, roll.removalAfter(before + 2));
        assertTrue(roll.wasMember("Member", member.key(), before));
        assertFalse(roll.wasMember("member", member.key(), before + 1));
        assertFalse(roll.wasMember("member", member.key(), 0));
    }

    @Test
    void aChangeThatNobodyWouldTakeIsNotSigned() {
        RollChange change = new RollChange(RollAction.ROLE, "member", member.key(), 9);

        assertThrows(IllegalArgumentException.class, () -> roll.next(owner.device(), owner.list(), change, 5));
    }

    @Test
    void directRoomsHaveOneNameForBoth() {
        assertEquals(DirectRoom.id(owner.key(), mod.key()), DirectRoom.id(mod.key(), owner.key()));
        assertNotEquals(DirectRoom.id(owner.key(), mod.key()), DirectRoom.id(owner.key(), member.key()));
        Bytes high = Bytes.fromHex("ff".repeat(32));
        assertEquals(
                Sha256.digest(Octets.label("direct"), ZEROS.toArray(), high.toArray()),
                DirectRoom.id(high, ZEROS),
                "bytes are unsigned");
    }

    private void begin(int flags) {
        assertNull(append(owner, RollChange.begin(ROOM, owner.key(), flags)));
    }

    /** Entries 2 to 4. */
    private void populate() {
        assertNull(append(owner, RollChange.add("mod", mod.key(), Role.MODERATOR)));
        assertNull(append(owner, RollChange.add("member", member.key(), Role.MEMBER)));
        assertNull(append(owner, RollChange.add("reader", reader.key(), Role.READ_ONLY)));
    }

    private @Nullable String append(Person actor, RollChange change) {
        return roll.append(
                roll.next(actor.device(), actor.list(), change, timeMs).octets());
    }

    private Bytes signed(Person actor, RollChange change) {
        Bytes content = content(roll.head(), change, actor.list(), actor.deviceKey(), actor.name());
        return SignedRecord.sign(actor.device(), "roll", content);
    }

    /** The content of an entry, allowed or not. */
    private static Bytes content(Bytes prev, RollChange change, DeviceList list, Bytes device, String actor) {
        return SignedRecord.content(9, out -> out.octets(prev)
                .uint(change.action().code())
                .text(change.subject())
                .octets(change.subjectKey())
                .uint(change.value())
                .text(actor)
                .octets(list.octets())
                .octets(device)
                .uint(1));
    }

    private Role roleOf(String name) {
        return Objects.requireNonNull(roll.member(name)).role();
    }

    private Person person(String name) {
        List<Person> all = List.of(owner, mod, member, reader, stranger);
        return all.stream().filter(one -> one.name().equals(name)).findAny().orElseThrow();
    }
}
