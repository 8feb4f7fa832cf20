package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.NOW_MS;
import static io.heliograph.server.store.sql.TableFixture.account;
import static io.heliograph.server.store.sql.TableFixture.message;
import static io.heliograph.server.store.sql.TableFixture.room;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.heliograph.server.store.ConversationRow;
import io.heliograph.server.store.ConversationTable;
import io.heliograph.server.store.MemberRow;
import io.heliograph.server.store.RoomBanRow;
import io.heliograph.server.store.RoomInviteRow;
import io.heliograph.server.store.RoomSettings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlConversationsTest {
    private final DirectSqlStore store = DirectSqlStore.inMemory();
    private final ConversationTable conversations = store.tables().conversations();
    private final long ada = account(store.tables(), "ada");
    private final long eve = account(store.tables(), "eve");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewRoomBeginsWithNumberOne() {
        RoomSettings settings = new RoomSettings("topic", "description", 2, "hash", true, 30, 90);
        long id = conversations.add(new ConversationRow.New(1, "#Deck", "#deck", settings, NOW_MS));

        assertEquals(
                List.of(new ConversationRow(id, 1, "#Deck", "#deck", settings, 1, NOW_MS, 0, List.of())),
                conversations.all());
    }

    @Test
    void aSkeletonIsTakenOnce() {
        room(store.tables(), "#deck");

        assertEquals(ConversationTable.TAKEN, room(store.tables(), "#deck"));
    }

    @Test
    void settingsAreReplacedWhole() {
        long id = room(store.tables(), "#deck");
        RoomSettings settings = new RoomSettings("new", "words", 4, "", true, 5, 6);

        conversations.setSettings(id, settings);

        assertEquals(settings, conversations.all().get(0).settings());
    }

    @Test
    void aRoomThatIsMadeAgainIsAnother() {
        long first = room(store.tables(), "#deck");
        store.tables().entries().append(message(first, ada, 1));
        conversations.putMember(first, ada, 4, 0, NOW_MS);
        conversations.putBan(new RoomBanRow(first, eve, 0, "", "ada"));
        conversations.putInvite(new RoomInviteRow(first, eve, "ada", NOW_MS));
        conversations.setPins(first, List.of(1L));

        conversations.remove(first);
        long second = room(store.tables(), "#deck");

        assertNotEquals(first, second);
        assertNull(store.tables().entries().head(first, 1));
        assertEquals(List.of(), conversations.members());
        assertEquals(List.of(), conversations.bans());
        assertEquals(List.of(), conversations.invites());
        assertEquals(List.of(), conversations.all().get(0).pins());
    }

    @Test
    void anIdIsNotUsedAgainAfterTheNewestRoomIsGone() {
        long first = room(store.tables(), "#one");
        conversations.remove(first);

        assertNotEquals(first, room(store.tables(), "#two"));
    }

    @Test
    void aMemberKeepsItsMarksWhenItsRoleChanges() {
        long id = room(store.tables(), "#deck");
        conversations.putMember(id, ada, 2, 0, NOW_MS);
        conversations.setMarks(id, ada, 7, 5);

        conversations.putMember(id, ada, 3, NOW_MS + 60, NOW_MS + 99);

        assertEquals(List.of(new MemberRow(id, ada, 3, NOW_MS + 60, NOW_MS, 7, 5)), conversations.members());
    }

    @Test
    void marksOnlyMoveForward() {
        long id = room(store.tables(), "#deck");
        conversations.putMember(id, ada, 2, 0, NOW_MS);
        conversations.setMarks(id, ada, 7, 5);

        conversations.setMarks(id, ada, 6, 6);

        assertEquals(7, conversations.members().get(0).deliveredSeq());
        assertEquals(6, conversations.members().get(0).readSeq());
    }

    @Test
    void aMemberThatLeavesLeavesOthers() {
        long id = room(store.tables(), "#deck");
        conversations.putMember(id, ada, 2, 0, NOW_MS);
        conversations.putMember(id, eve, 2, 0, NOW_MS);

        conversations.removeMember(id, ada);

        assertEquals(
                List.of(eve),
                conversations.members().stream().map(MemberRow::account).toList());
    }

    @Test
    void bansAndInvitesAreReplacedAndRemoved() {
        long id = room(store.tables(), "#deck");
        conversations.putBan(new RoomBanRow(id, eve, 5, "first", "ada"));
        conversations.putBan(new RoomBanRow(id, eve, 9, "second", "ada"));
        conversations.putInvite(new RoomInviteRow(id, eve, "ada", 1));
        conversations.putInvite(new RoomInviteRow(id, eve, "bob", 2));

        assertEquals(List.of(new RoomBanRow(id, eve, 9, "second", "ada")), conversations.bans());
        assertEquals(List.of(new RoomInviteRow(id, eve, "bob", 2)), conversations.invites());

        conversations.removeBan(id, eve);
        conversations.removeInvite(id, eve);
        assertEquals(List.of(), conversations.bans());
        assertEquals(List.of(), conversations.invites());
    }

    @Test
    void pinsKeepTheirOrder() {
        long id = room(store.tables(), "#deck");

        conversations.setPins(id, List.of(9L, 2L, 5L));
        conversations.setPins(id, List.of(5L, 9L));

        assertEquals(List.of(5L, 9L), conversations.all().get(0).pins());
    }
}
