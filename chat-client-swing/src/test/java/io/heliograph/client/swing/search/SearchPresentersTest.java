package io.heliograph.client.swing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.words.Words;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the bar over the messages does with what is typed and with what is found. */
class SearchPresentersTest {
    private static final Target LAB = Target.room("lab");

    private final RecordedDesk rig = new RecordedDesk(Locale.ENGLISH).at(LAB);
    private final List<Long> jumps = new ArrayList<>();
    private final RememberedBar bar = new RememberedBar();
    private final FindPresenter find = new FindPresenter(bar);

    SearchPresentersTest() {
        Desk real = rig.desk();
        find.begin((Desk) Proxy.newProxyInstance(
                Desk.class.getClassLoader(), new Class<?>[] {Desk.class}, (proxy, method, values) -> {
                    if (method.getName().equals("openAt")) {
                        jumps.add((Long) values[1]);
                        return null;
                    }
                    return method.invoke(real, values);
                }));
    }

    @Test
    void theNewestIsShownFirstAndStepsGoRound() {
        find.onText("needle");
        answer(30, 20, 10);
        assertEquals("1 of 3", bar.count);
        find.onStep(true);
        find.onStep(true);
        assertEquals("3 of 3", bar.count);
        find.onStep(true);
        find.onStep(false);
        assertEquals(List.of(30L, 20L, 10L, 30L, 10L), jumps);
        assertEquals(5, bar.focusCount, "each jump gives the focus back to the field");
    }

    @Test
    void onlyTheLastQuestionIsAnswered() {
        find.onText("need");
        long first = rig.last(ClientCommand.Search.class).ticket();
        find.onText("needle");
        find.onEvent(new ClientEvent.SearchShown(first, List.of(hit(5)), 1));
        assertEquals(List.of(), jumps);
        answer(7);
        assertEquals(List.of(7L), jumps);
        assertEquals("needle", bar.marked);
    }

    @Test
    void nothingFoundIsSaidAndNothingIsOpened() {
        find.onText("needle");
        answer();
        assertEquals(Words.in(Locale.ENGLISH).get("find.none"), bar.count);
        assertTrue(jumps.isEmpty());
        find.onText("  ");
        assertEquals("", bar.count);
        assertEquals(1, rig.count(ClientCommand.Search.class), "blanks ask for nothing");
    }

    @Test
    void whatIsClosedHearsNoLateAnswer() {
        find.onText("needle");
        long ticket = rig.last(ClientCommand.Search.class).ticket();
        find.onClose();
        find.onEvent(new ClientEvent.SearchShown(ticket, List.of(hit(5)), 1));
        assertTrue(jumps.isEmpty());
        assertEquals("", bar.marked);
    }

    private void answer(long... seqs) {
        List<SearchHit> hits = new ArrayList<>();
        for (long seq : seqs) {
            hits.add(hit(seq));
        }
        long ticket = rig.last(ClientCommand.Search.class).ticket();
        find.onEvent(new ClientEvent.SearchShown(ticket, hits, hits.size()));
    }

    private static SearchHit hit(long seq) {
        return new SearchHit(LAB, seq, "ben", false, 0, "a needle", List.of(new SearchHit.Mark(2, 8)));
    }

    /** Only remembers. */
    private static final class RememberedBar implements FindView {
        private String count = "";
        private String marked = "";
        private int focusCount;

        @Override
        public void showCount(String line) {
            count = line;
        }

        @Override
        public void keepFocus() {
            focusCount++;
        }

        @Override
        public void mark(String words) {
            marked = words;
        }
    }
}
