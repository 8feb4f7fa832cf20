package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Posted;
import io.heliograph.common.message.ServerMessage.Rejected;
import io.heliograph.server.conversation.ConversationRegistry;
import io.heliograph.server.routing.RelayFixture.Person;
import io.heliograph.server.store.ConversationRow;
import io.heliograph.server.store.RoomSettings;
import io.heliograph.server.store.StoreFault;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Saying something, once (protocol.md 8.4, 8.5). */
class PostsTest {
    private final RelayFixture relay = new RelayFixture();

    @Test
    void nothingIsAnsweredOrPassedOnBeforeItIsStored() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        relay.deferStore();
        alice.post("#lab", "hello");
        assertTrue(alice.link.chatOf(Posted.class).isEmpty());
        assertTrue(bob.messageSeqs("#lab").isEmpty());
        relay.settle();
        assertEquals(List.of(alice.posted().seq()), bob.messageSeqs("#lab"));
    }

    @Test
    void whatIsSaidBehindAJoinWaitsForIt() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.person("bob").logIn();
        relay.deferStore();
        bob.join("#lab");
        bob.post("#lab", "hello");
        relay.settle();
        assertEquals(List.of(), bob.link.chatOf(Rejected.class));
        assertEquals(List.of(bob.posted().seq()), alice.messageSeqs("#lab"));
    }

    @Test
    void aDirectConversationThatTheStoreAloneKnowsIsNoSilence() {
        Person alice = relay.person("alice").logIn();
        relay.person("bob").logIn();
        String skeleton = ConversationRegistry.directSkeleton(relay.account("alice"), relay.account("bob"));
        relay.store
                .tables()
                .conversations()
                .add(new ConversationRow.New(
                        ConversationKind.DIRECT.code(), "", skeleton, RoomSettings.STANDARD, relay.wallMs));
        alice.post("@bob", "hello");
        Rejected rejected = alice.link.lastChat(Rejected.class);
        assertEquals("busy", rejected.code());
        assertTrue(rejected.retryMs() > 0);
    }

    @Test
    void acceptsEachIdOnceAlsoAfterARestart() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        alice.post("#lab", "hello", 1_000);
        Posted first = alice.posted();
        alice.post("#lab", "hello again", 1_000);
        assertEquals(first, alice.posted());
        relay.restart();
        alice.reconnect();
        bob.reconnect();
        alice.post("#lab", "hello once more", 1_000);
        assertEquals(first, alice.posted());
        assertTrue(bob.messageSeqs("#lab").isEmpty());
    }

    @Test
    void whatWasAcceptedIsAnsweredAgainThoughItWouldBeRefusedNow() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        bob.post("#lab", "before the mute", 1_000);
        Posted first = bob.posted();
        alice.moderate("#lab", Moderation.MUTE, "bob");
        bob.post("#lab", "before the mute", 1_000);
        assertEquals(first, bob.posted());
        bob.post("#lab", "while muted", 1_001);
        assertEquals("muted", bob.rejection());
    }

    @Test
    void anAuthorsOtherDevicesHearItTooAndTheOneThatSpokeDoesNot() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        alice.post("#lab", "hello");
        assertTrue(alice.messageSeqs("#lab").isEmpty());
        assertEquals(1, bob.messageSeqs("#lab").size());
    }

    @Test
    void theFirstWordsToSomebodyBeginAConversationOfBoth() {
        Person alice = relay.person("alice").logIn();
        Person bob = relay.person("bob").logIn();
        relay.deferStore();
        alice.post("@bob", "one");
        alice.post("@bob", "two");
        bob.post("@alice", "three");
        relay.settle();
        relay.settle();
        relay.settle();
        assertEquals(alice.idOf("@bob"), bob.idOf("@alice"));
        assertEquals(
                List.of(1L, 2L),
                bob.messageSeqs("@alice").stream().sorted().limit(2).toList());
        assertEquals(1, alice.messageSeqs("@bob").size());
        relay.deliverAtOnce();
        assertEquals(3, alice.page("@bob", 0, 0, false, 50).entries().size());
    }

    @Test
    void oneMayWriteToOneself() {
        Person alice = relay.person("alice").logIn();
        alice.post("@alice", "buy milk");
        assertEquals(1, alice.page("@alice", 0, 0, false, 50).entries().size());
    }

    @Test
    void whoIsUnknownOrElsewhereCannotBeAddressed() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.person("bob").logIn();
        bob.post("#lab", "let me in");
        assertEquals("not_a_member", bob.rejection());
        bob.post("#nowhere", "anybody?");
        assertEquals("no_such_room", bob.rejection());
        bob.post("@nobody", "anybody?");
        assertEquals("no_such_user", bob.rejection());
        bob.post("nobody", "anybody?");
        assertEquals("malformed", bob.rejection());
        assertTrue(alice.messageSeqs("#lab").isEmpty());
    }

    @Test
    void anAuthorEditsAndDeletesAndOthersDoNot() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        bob.post("#lab", "helo");
        long seq = bob.posted().seq();
        alice.amend("#lab", EntryKind.EDIT, seq, "not yours");
        assertEquals("no_such_entry", alice.rejection());
        bob.amend("#lab", EntryKind.EDIT, seq, "hello");
        alice.amend("#lab", EntryKind.REACT, seq, "+1");
        List<EntryKind> kinds =
                alice.entriesOf("#lab").stream().map(Entry::kind).toList();
        assertTrue(kinds.contains(EntryKind.EDIT));
        alice.amend("#lab", EntryKind.DELETE, seq, "moderated");
        Entry tombstone = bob.page("#lab", seq - 1, seq + 1, false, 1).entries().get(0);
        assertTrue(tombstone.body().isEmpty());
        assertEquals("bob", tombstone.from());
        bob.amend("#lab", EntryKind.EDIT, seq, "too late");
        assertEquals("no_such_entry", bob.rejection());
    }

    @Test
    void aMemberCannotDeleteWhatAnotherSaid() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        alice.post("#lab", "keep this");
        bob.amend("#lab", EntryKind.DELETE, alice.posted().seq(), "x");
        assertEquals("no_such_entry", bob.rejection());
        assertFalse(bob.page("#lab", 0, 0, true, 1).entries().get(0).body().isEmpty());
    }

    @Test
    void aPageBringsWhatWasDoneToItsEntriesLater() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.post("#lab", "first");
        long seq = alice.posted().seq();
        for (int i = 0; i < 10; i++) {
            alice.post("#lab", "line " + i);
        }
        alice.amend("#lab", EntryKind.EDIT, seq, "first, better");
        ServerMessage.Page page = alice.page("#lab", seq - 1, seq + 1, false, 10);
        assertEquals(1, page.entries().size());
        assertEquals(1, page.amendments().size());
        assertEquals(EntryKind.EDIT, page.amendments().get(0).kind());
    }

    @Test
    void theLastEditComesWithAPageHoweverManyReactionsThereAre() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.post("#lab", "first");
        long seq = alice.posted().seq();
        alice.amend("#lab", EntryKind.EDIT, seq, "draft " + "x".repeat(15_000));
        for (int i = 0; i < 150; i++) {
            alice.amend("#lab", EntryKind.REACT, seq, "+1");
            relay.pass(100);
        }
        alice.amend("#lab", EntryKind.EDIT, seq, "final " + "y".repeat(15_000));
        ServerMessage.Page page = alice.page("#lab", seq - 1, seq + 1, false, 10);
        List<Entry> edits = page.amendments().stream()
                .filter(entry -> entry.kind() == EntryKind.EDIT)
                .toList();
        assertEquals(1, edits.size());
        assertEquals(alice.posted().seq(), edits.get(0).seq());
        assertTrue(page.cut());
        assertTrue(page.amendments().size() > 10);
    }

    @Test
    void aPageWithAllThatBelongsToItFitsIntoAMessage() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.post("#lab", "z".repeat(45_000));
        long seq = alice.posted().seq();
        alice.amend("#lab", EntryKind.EDIT, seq, "e".repeat(45_000));
        ServerMessage.Page page = alice.page("#lab", seq - 1, 0, false, 200);
        assertEquals(seq, page.entries().get(0).seq());
        assertTrue(page.more());
        assertTrue(page.cut());
    }

    @Test
    void aHiddenRoomIsNotGivenAwayByPosting() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.person("bob").logIn();
        alice.set("#lab", RoomSetting.ACCESS, "hidden");
        bob.post("#lab", "anybody?");
        assertEquals("no_such_room", bob.rejection());
    }

    @Test
    void whoTakesNoAnswersIsLetGoInsteadOfFillingTheMemory() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.link.queuedAnswerBytes = 3 * 1024 * 1024;
        alice.say(new io.heliograph.common.message.ClientMessage.Rooms(alice.nextRequest(), "", ""));
        assertTrue(relay.relay.nextTimeoutNs() <= relay.nowNs);
        relay.pass(1);
        assertEquals(7, alice.link.closeCode);
        assertTrue(relay.relay.nextTimeoutNs() > relay.nowNs);
    }

    @Test
    void slowModeAsksForPatienceAndKeepsTheMessage() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        alice.set("#lab", RoomSetting.SLOW_MODE, "10");
        bob.post("#lab", "one", 1_000);
        bob.post("#lab", "two", 1_001);
        Rejected rejected = bob.link.lastChat(Rejected.class);
        assertEquals("slow_mode", rejected.code());
        assertTrue(rejected.retryMs() > 9_000 && rejected.retryMs() <= 10_001, "" + rejected.retryMs());
        relay.pass(rejected.retryMs());
        bob.post("#lab", "two", 1_001);
        assertEquals(2, alice.messageSeqs("#lab").size());
        alice.post("#lab", "three");
        alice.post("#lab", "four");
        assertEquals(
                4,
                bob.page("#lab", 0, 0, false, 100).entries().stream()
                        .filter(entry -> entry.kind() == EntryKind.MESSAGE)
                        .count());
    }

    @Test
    void announceOnlySilencesMembers() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        alice.set("#lab", RoomSetting.ANNOUNCE_ONLY, "on");
        bob.post("#lab", "may I?");
        assertEquals("not_allowed", bob.rejection());
        alice.moderate("#lab", Moderation.SET_ROLE, "bob", Role.MODERATOR, 0);
        bob.post("#lab", "now I may");
        assertEquals(1, alice.messageSeqs("#lab").size());
    }

    @Test
    void aMuteEndsByItself() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        alice.moderate("#lab", Moderation.MUTE, "bob", Role.MEMBER, 60);
        bob.post("#lab", "shh");
        assertEquals("muted", bob.rejection());
        relay.pass(60_001);
        bob.post("#lab", "back");
        assertEquals(1, alice.messageSeqs("#lab").size());
    }

    @Test
    void aFullDiskKeepsThePostWithItsAuthor() {
        Person alice = relay.inRoom("alice", "#lab");
        relay.store.failWrites(StoreFault.READ_ONLY);
        alice.post("#lab", "hold on", 1_000);
        Rejected rejected = alice.link.lastChat(Rejected.class);
        assertEquals("read_only", rejected.code());
        assertTrue(rejected.retryMs() > 0);
        relay.store.failWrites(null);
        alice.post("#lab", "hold on", 1_000);
        assertEquals(1, alice.link.chatOf(Posted.class).size());
    }

    @Test
    void administratorsAreToldOfAFullDiskAndOthersAreNot() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        relay.makeAdmin("alice");
        relay.store.failWrites(StoreFault.READ_ONLY);
        relay.pass(2_000);
        relay.pass(2_000);
        assertEquals(1, alice.link.chatOf(ServerMessage.Announce.class).size());
        relay.store.failWrites(null);
        relay.pass(2_000);
        assertEquals(2, alice.link.chatOf(ServerMessage.Announce.class).size());
        assertEquals(0, bob.link.chatOf(ServerMessage.Announce.class).size());
    }

    @Test
    void aFloodIsSlowedDownAndLosesNothing() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        for (int i = 0; i < 300; i++) {
            alice.post("#lab", "line " + i, 2_000 + i);
        }
        assertEquals(200, alice.link.chatOf(Posted.class).size());
        for (int i = 0; i < 60; i++) {
            relay.pass(100);
        }
        assertEquals(300, alice.link.chatOf(Posted.class).size());
        List<Long> heard = bob.messageSeqs("#lab");
        assertEquals(heard.stream().sorted().toList(), heard);
        assertEquals(300, heard.size());
    }

    @Test
    void whoFallsBehindTheWindowIsToldOfAGapAndFindsAllInPages() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        bob.link.queuedBytes = Long.MAX_VALUE / 2;
        long first = 0;
        for (int i = 0; i < 120; i++) {
            alice.post("#lab", "line " + i);
            first = first == 0 ? alice.posted().seq() : first;
        }
        bob.link.queuedBytes = 0;
        alice.post("#lab", "last");
        ServerMessage.Gap gap = bob.link.lastChat(ServerMessage.Gap.class);
        assertEquals(first, gap.fromSeq());
        int paged = bob.page("#lab", gap.fromSeq() - 1, gap.toSeq() + 1, false, 200)
                .entries()
                .size();
        assertEquals(121, paged + bob.messageSeqs("#lab").size());
    }

    @Test
    void theAbsentKnowAtOnceHowMuchTheyMissed() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        bob.disconnect();
        for (int i = 0; i < 150; i++) {
            alice.post("#lab", "line " + i);
            relay.pass(TimeUnit.SECONDS.toMillis(1));
        }
        bob.reconnect();
        assertEquals(150, bob.stateOf("#lab").unreadCount());
        ServerMessage.Page page = bob.page("#lab", 0, bob.stateOf("#lab").nextSeq(), true, 50);
        assertEquals(50, page.entries().size());
        assertTrue(page.more());
        assertTrue(bob.messageSeqs("#lab").isEmpty());
    }

    @Test
    void marksFollowTheAccountAndTellTheAuthor() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        alice.post("#lab", "hello");
        long seq = alice.posted().seq();
        bob.mark("#lab", seq, seq);
        relay.pass(600);
        ServerMessage.Receipts receipts = (ServerMessage.Receipts) alice.link.news.stream()
                .filter(ServerMessage.Receipts.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals("bob", receipts.marks().get(0).name());
        assertEquals(seq, receipts.marks().get(0).readSeq());
        relay.restart();
        bob.reconnect();
        assertEquals(0, bob.stateOf("#lab").unreadCount());
        assertEquals(seq, bob.stateOf("#lab").readSeq());
    }

    @Test
    void aMarkBeyondTheLogCountsAsItsEnd() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.mark("#lab", Long.MAX_VALUE, Long.MAX_VALUE);
        relay.pass(600);
        Person bob = relay.inRoom("bob", "#lab");
        bob.post("#lab", "new");
        relay.restart();
        alice.reconnect();
        assertEquals(1, alice.stateOf("#lab").unreadCount());
    }

    @Test
    void typingReachesTheOthersAndNobodyElse() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        Person carol = relay.person("carol").logIn();
        alice.say(new io.heliograph.common.message.ClientMessage.Typing("#lab"));
        assertEquals(1, bob.link.datagrams.size());
        assertEquals(0, alice.link.datagrams.size());
        assertEquals(0, carol.link.datagrams.size());
    }
}
