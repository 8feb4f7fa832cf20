package io.heliograph.client.swing.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.compose.Candidate;
import io.heliograph.client.swing.compose.ComposerPresenter;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComposerPresenterTest {
    private static final Target LOBBY = Target.room("lobby");
    private static final Target BEN = Target.user("ben");

    private final DeskRig rig = new DeskRig();
    private final ComposerPresenter composer = rig.desk.regions().composer();

    @Test
    void namesOfEmojiPeopleRoomsAndCommandsAreCompleted() {
        enter("ann", "ben", "berta", "carl");
        rig.know(Target.room("lab"));
        assertEquals(List.of("@ben", "@berta"), labels("hello @be"));
        assertEquals(List.of("@all"), labels("@al"));
        assertEquals(List.of("#lab"), labels("see #la"));
        assertEquals(":tada:", labels("well :tad").get(0));
        assertEquals(List.of(), labels("at 10:3"));
        assertEquals(List.of(), labels(":)"));
        assertEquals(List.of(), labels("mail me@be.org now"));
        assertEquals("/join ROOM [PASSWORD]", labels("/jo").get(0));
        assertEquals("/join ROOM [PASSWORD]", labels("/j").get(0));
        assertTrue(labels("/").size() > 20);
        assertEquals(List.of(), labels("//jo"));
    }

    @Test
    void whatIsTakenStandsInPlaceOfWhatWasBegun() {
        enter("ann", "ben");
        take("hello @be");
        assertEquals("hello @ben ", rig.views.text);
        take("/topi");
        assertEquals("/topic ", rig.views.text);
    }

    @Test
    void behindACommandItsArgumentsAreShown() {
        enter("ann", "ben");
        Candidate usage = candidates("/msg ").get(0);
        assertEquals("/msg NAME TEXT", usage.label());
        assertEquals("", usage.insertion());
        assertEquals(List.of("@ben"), labels("/msg @b"));
    }

    @Test
    void manyAreCalledOnlyAfterAQuestion() {
        enter("ann", "b", "c", "d", "e", "f");
        say("hey @all");
        assertEquals(1, rig.sent(ClientCommand.Say.class), "five others need no question");
        enter("ann", "b", "c", "d", "e", "f", "g");
        say("hey @all!");
        assertEquals(6, rig.views.called);
        assertEquals("hey @all!", rig.views.text, "nothing is lost before the answer");
        rig.views.confirmed.run();
        assertEquals("hey @all!", rig.last(ClientCommand.Say.class).text());
        say("mail to x@all.org or see me@here2");
        assertEquals(3, rig.sent(ClientCommand.Say.class));
    }

    @Test
    void anAnswerIsShownSentAndGivenUp() {
        enter("ann", "ben");
        rig.show(LOBBY, 7, "ben", "what do you think?");
        composer.onReply(rig.entry(7, rig.newMessageId(), "ben", "what do you think?"));
        assertEquals("Answering ben", Objects.requireNonNull(rig.views.context).title());
        assertEquals(
                "what do you think?", Objects.requireNonNull(rig.views.context).line());
        say("a lot");
        assertEquals(7, rig.last(ClientCommand.Say.class).replyToSeq());
        assertNull(rig.views.context);
        composer.onReply(rig.entry(7, rig.newMessageId(), "ben", "what do you think?"));
        composer.onEscape();
        assertNull(rig.views.context);
        say("something else");
        assertEquals(0, rig.last(ClientCommand.Say.class).replyToSeq());
    }

    @Test
    void whatADraftAnswersStaysWithIt() {
        enter("ann", "ben");
        rig.know(BEN);
        rig.show(LOBBY, 7, "ben", "what do you think?");
        composer.onReply(rig.entry(7, rig.newMessageId(), "ben", "what do you think?"));
        rig.write("well");
        rig.desk.open(BEN);
        assertNull(rig.views.context);
        rig.desk.open(LOBBY);
        assertNotNull(rig.views.context);
        composer.onSend();
        assertEquals(7, rig.last(ClientCommand.Say.class).replyToSeq());
    }

    @Test
    void anEditKeepsTheDraftBehindIt() {
        enter("ann", "ben");
        rig.show(LOBBY, 1, "ann", "helo");
        rig.write("half a thought");
        composer.onEditLast();
        assertEquals("helo", rig.views.text);
        assertTrue(Objects.requireNonNull(rig.views.context).editing());
        composer.onEscape();
        assertEquals("half a thought", rig.views.text);
        composer.onEditLast();
        rig.write("hello");
        composer.onSend();
        assertEquals("hello", rig.last(ClientCommand.Edit.class).text());
        assertEquals("half a thought", rig.views.text);
    }

    @Test
    void whatWasSentIsCalledUpAgain() {
        enter("ann", "ben");
        say("one");
        say("two");
        rig.write("thr");
        composer.onRecall(true);
        assertEquals("two", rig.views.text);
        composer.onRecall(true);
        composer.onRecall(true);
        assertEquals("one", rig.views.text);
        composer.onRecall(false);
        composer.onRecall(false);
        assertEquals("thr", rig.views.text);
    }

    @Test
    void whatIsTooLongStaysWithOneLineOfComplaint() {
        enter("ann", "ben");
        say("ä".repeat(30_000));
        assertEquals(0, rig.sent(ClientCommand.Say.class));
        assertTrue(rig.views.note.contains("49,152"), rig.views.note);
        assertEquals(30_000, rig.views.text.length());
    }

    private void enter(String... names) {
        rig.enter(LOBBY);
        List<MemberEntry> members = new ArrayList<>();
        for (String name : names) {
            members.add(new MemberEntry(name, Role.MEMBER, 0, 0, 0));
        }
        rig.event(new ClientEvent.MembersShown(LOBBY, members));
    }

    private void say(String text) {
        rig.write(text);
        composer.onSend();
    }

    private void take(String text) {
        Candidate first = candidates(text).get(0);
        composer.onTake(rig.views.completion, first);
    }

    private List<String> labels(String text) {
        return candidates(text).stream().map(Candidate::label).toList();
    }

    private List<Candidate> candidates(String text) {
        rig.write(text);
        return rig.views.completion.candidates();
    }
}
