package io.heliograph.client.swing.netcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.Evidence.Host;
import io.heliograph.client.core.netcheck.Finding.Mark;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.client.core.netcheck.Verdict;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.net.PathProbe.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkPresenterTest {
    private final Shown view = new Shown();
    private final List<Consumer<NetworkReport>> waiting = new ArrayList<>();
    private final List<ServerName> asked = new ArrayList<>();
    private final NetworkPresenter presenter = make(Locale.ENGLISH);

    @Test
    void aCheckIsAnnouncedAndThenShown() {
        presenter.onCheck(SampleReports.SERVER);
        assertEquals("Looking along the way to relay.example:12345…", view.running);
        assertNull(view.report);
        waiting.get(0).accept(SampleReports.answered(5));
        assertEquals(Mark.GOOD, shown().mark());
        assertEquals(
                "5 of 5 questions answered, round trip 3 ms",
                last(shown().seen()).text());
        assertEquals(
                "5 of 5 questions answered, round trip 3 ms: good",
                last(shown().seen()).spoken());
        assertEquals(List.of(), shown().lines());
    }

    @Test
    void onlyTheLastCheckIsShown() {
        presenter.onCheck(SampleReports.SERVER);
        presenter.onAgain();
        waiting.get(0).accept(SampleReports.answered(5));
        assertNull(view.report);
        waiting.get(1).accept(SampleReports.nothing());
        assertEquals(Mark.OPEN, shown().mark());
        assertEquals(List.of(SampleReports.SERVER, SampleReports.SERVER), asked);
    }

    @Test
    void nothingIsCheckedAgainBeforeTheFirstTime() {
        presenter.onAgain();
        assertEquals(List.of(), asked);
    }

    @Test
    void eachLineSaysWhereItBelongs() {
        presenter.onCheck(SampleReports.SERVER);
        waiting.get(0).accept(SampleReports.silent(Fault.NONE, 0, Host.ANSWERS));
        assertEquals(
                List.of(
                        "At the server, with ufw",
                        "At the server, with firewalld",
                        "At the server, with Windows PowerShell",
                        "On this computer, with Windows PowerShell",
                        "On the server’s console: does anything arrive there?"),
                shown().lines().stream().map(NetworkView.Line::label).toList());
        assertEquals("sudo ufw allow 12345/udp", shown().lines().get(0).text());
        assertEquals("doctor 192.0.2.9", last(shown().lines()).text());
    }

    @Test
    void everythingThatCanBeFoundHasWordsInEveryLanguage() {
        Set<Verdict> told = EnumSet.noneOf(Verdict.class);
        for (String language : Words.LANGUAGES) {
            for (NetworkReport report : SampleReports.all()) {
                waiting.clear();
                make(Locale.forLanguageTag(language)).onCheck(SampleReports.SERVER);
                waiting.get(0).accept(report);
                told.add(report.verdict());
                String all = shown().toString();
                assertFalse(all.contains("{"), all);
                assertFalse(all.contains("12,345") || all.contains("12.345"), "a port is no quantity: " + all);
                assertTrue(shown().seen().size() >= 2, all);
            }
        }
        assertEquals(EnumSet.allOf(Verdict.class), told);
    }

    private NetworkPresenter make(Locale locale) {
        NetworkChecker checker = (server, done) -> {
            asked.add(server);
            waiting.add(done);
        };
        return new NetworkPresenter(view, checker, Words.in(locale));
    }

    private NetworkView.Report shown() {
        return Objects.requireNonNull(view.report);
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }

    /** What the dialog would show. */
    private static final class Shown implements NetworkView {
        String running = "";

        @Nullable
        Report report;

        @Override
        public void showRunning(String server, String line) {
            running = line;
            report = null;
        }

        @Override
        public void showReport(Report shown) {
            report = shown;
        }
    }
}
