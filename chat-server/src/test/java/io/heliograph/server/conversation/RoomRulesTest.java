package io.heliograph.server.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.server.conversation.RoomRules.Action;
import io.heliograph.server.conversation.RoomRules.Standing;
import io.heliograph.server.store.RoomSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of protocol.md 8.3, cell by cell. */
class RoomRulesTest {
    @ParameterizedTest(name = "{0} in a {1} room, announce-only {2}")
    @CsvSource({
        // action, access, announce-only, read-only, member, moderator, owner
        "SPEAK,         PUBLIC,   false, no, yes, yes, yes",
        "SPEAK,         HIDDEN,   false, no, yes, yes, yes",
        "SPEAK,         PUBLIC,   true,  no, no,  yes, yes",
        "DELETE_OTHERS, PUBLIC,   false, no, no,  yes, yes",
        "DELETE_OTHERS, PUBLIC,   true,  no, no,  yes, yes",
        "PIN,           PUBLIC,   false, no, no,  yes, yes",
        "SET_TOPIC,     PUBLIC,   false, no, no,  yes, yes",
        "INVITE,        PUBLIC,   false, no, yes, yes, yes",
        "INVITE,        PASSWORD, false, no, yes, yes, yes",
        "INVITE,        PRIVATE,  false, no, no,  yes, yes",
        "INVITE,        HIDDEN,   false, no, no,  yes, yes",
        "INVITE,        PUBLIC,   true,  no, yes, yes, yes",
        "MODERATE,      PUBLIC,   false, no, no,  yes, yes",
        "MODERATE,      PRIVATE,  true,  no, no,  yes, yes",
        "SET_MODE,      PUBLIC,   false, no, no,  no,  yes",
        "SET_ROLE,      PUBLIC,   false, no, no,  no,  yes",
        "SET_ROLE,      HIDDEN,   true,  no, no,  no,  yes",
    })
    void whoMayDoWhat(
            Action action,
            RoomAccess access,
            boolean announceOnly,
            @AggregateWith(Verdicts.class) List<String> verdicts) {
        List<String> cells = new ArrayList<>();
        for (Role role : Role.values()) {
            Standing standing = new Standing(role, false, true, access, announceOnly);
            cells.add(RoomRules.whyNot(action, standing) == null ? "yes" : "no");
        }
        assertEquals(verdicts, cells);
    }

    /** Of who may only read, a member, a moderator and an owner. */
    static final class Verdicts implements ArgumentsAggregator {
        private static final int FIRST = 3;

        @Override
        public List<String> aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
            return IntStream.range(FIRST, row.size()).mapToObj(row::getString).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void whoIsMutedMayDoNothingWhateverTheRole(Action action) {
        for (Role role : Role.values()) {
            assertNotNull(RoomRules.whyNot(action, new Standing(role, true, true, RoomAccess.PUBLIC, false)));
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void inADirectConversationBothSpeakAndPinAndNothingElse(Action action) {
        boolean allowed =
                RoomRules.whyNot(action, new Standing(Role.MEMBER, false, false, RoomAccess.PUBLIC, false)) == null;
        assertEquals(action == Action.SPEAK || action == Action.PIN, allowed);
    }

    @Test
    void onlySomebodyOfASmallerRoleIsModerated() {
        for (Role actor : Role.values()) {
            for (Role target : Role.values()) {
                String whyNot = RoomRules.whyNotTarget(actor, target);
                assertEquals(target.code() < actor.code(), whyNot == null, actor + " on " + target);
            }
        }
    }

    @Test
    void slowModeHoldsBackMembersOnly() {
        assertEquals(true, RoomRules.waitsInSlowMode(Role.MEMBER));
        assertEquals(false, RoomRules.waitsInSlowMode(Role.MODERATOR));
        assertEquals(false, RoomRules.waitsInSlowMode(Role.OWNER));
    }

    @Test
    void settingsTakeTheirBoundsAndNothingBeyond() {
        RoomSettings now = RoomSettings.STANDARD;
        RoomSetting slow = RoomSetting.SLOW_MODE;
        RoomSetting retention = RoomSetting.RETENTION;
        RoomSetting access = RoomSetting.ACCESS;
        RoomSetting topic = RoomSetting.TOPIC;
        assertNotNull(SettingValues.apply(now, slow, "21600", ""));
        assertNull(SettingValues.apply(now, slow, "21601", ""));
        assertNull(SettingValues.apply(now, slow, "-1", ""));
        assertNull(SettingValues.apply(now, slow, "", ""));
        assertNull(SettingValues.apply(now, slow, "9999999999999", ""));
        assertNotNull(SettingValues.apply(now, retention, "3650", ""));
        assertNull(SettingValues.apply(now, retention, "3651", ""));
        assertNotNull(SettingValues.apply(now, access, "hidden", ""));
        assertNull(SettingValues.apply(now, access, "open", ""));
        assertNotNull(SettingValues.apply(now, topic, "t".repeat(390), ""));
        assertNull(SettingValues.apply(now, topic, "t".repeat(391), ""));
        assertNull(SettingValues.apply(now, topic, "two\nlines", ""));
    }

    @Test
    void aRoomsPasswordOpensItAndNoOtherDoes() {
        String stored = RoomPassword.hash("sesame", new byte[RoomPassword.SALT_BYTES]);
        assertEquals(true, RoomPassword.matches("sesame", stored));
        assertEquals(false, RoomPassword.matches("Sesame", stored));
        assertEquals(false, RoomPassword.matches("", stored));
        assertEquals(false, RoomPassword.matches("sesame", ""));
        assertEquals(false, RoomPassword.matches("sesame", "pbkdf2-sha256$x$y$z"));
    }
}
