package io.heliograph.client.core.netcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.Evidence.Host;
import io.heliograph.client.core.netcheck.Evidence.Name;
import io.heliograph.client.core.netcheck.Finding.Mark;
import io.heliograph.common.net.FirewallTool;
import io.heliograph.common.net.PathProbe.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final ServerName SERVER = new ServerName("relay.example", 7_001);

    @Test
    void eachEvidenceHasItsVerdict() {
        assertEquals(Verdict.ANSWERS, Verdict.of(asked(5, 5)));
        assertEquals(Verdict.ANSWERS, Verdict.of(asked(5, 4)), "one is chance");
        assertEquals(Verdict.LOSSY, Verdict.of(asked(5, 3)));
        assertEquals(Verdict.LOSSY, Verdict.of(asked(5, 1)));
        assertEquals(Verdict.NOTHING_LISTENS, Verdict.of(fault(Fault.PORT_CLOSED)));
        assertEquals(Verdict.BLOCKED_HERE, Verdict.of(fault(Fault.SEND_REFUSED)));
        assertEquals(Verdict.NO_ROUTE, Verdict.of(fault(Fault.NO_ROUTE)));
        assertEquals(Verdict.NO_HOST, Verdict.of(fault(Fault.NO_HOST)));
        assertEquals(Verdict.NAME_UNKNOWN, Verdict.of(Evidence.withoutAddress(Name.UNKNOWN, true)));
        assertEquals(Verdict.NAME_UNKNOWN, Verdict.of(Evidence.withoutAddress(Name.UNANSWERED, true)));
        assertEquals(Verdict.NO_NETWORK, Verdict.of(Evidence.withoutAddress(Name.UNKNOWN, false)));
        assertEquals(Verdict.SILENT_OTHERS_ANSWER, Verdict.of(asked(5, 0).withSurroundings(2, Host.SILENT)));
        assertEquals(Verdict.SILENT_OTHERS_ANSWER, Verdict.of(asked(5, 0).withSurroundings(2, Host.ANSWERS)));
        assertEquals(Verdict.SILENT_HOST_ANSWERS, Verdict.of(asked(5, 0).withSurroundings(0, Host.ANSWERS)));
        assertEquals(Verdict.SILENT, Verdict.of(asked(5, 0).withSurroundings(0, Host.SILENT)));
    }

    @Test
    void anAnswerWeighsMoreThanAFaultBesideIt() {
        Evidence both =
                new Evidence(Name.FOUND, "192.0.2.7", 1, true, Fault.PORT_CLOSED, 5, 4, 3, "", -1, Host.NOT_ASKED);
        assertEquals(Verdict.ANSWERS, Verdict.of(both));
    }

    @Test
    void onlySilenceWithoutAReasonIsWorthALookAround() {
        assertTrue(asked(5, 0).isUnexplained());
        assertEquals(
                List.of(false, false, false, false),
                List.of(
                        asked(5, 1).isUnexplained(),
                        fault(Fault.PORT_CLOSED).isUnexplained(),
                        fault(Fault.SEND_REFUSED).isUnexplained(),
                        Evidence.withoutAddress(Name.UNKNOWN, true).isUnexplained()));
    }

    @Test
    void everyVerdictThatAFirewallCanExplainComesWithALineForIt() {
        Set<Verdict> withLines = EnumSet.noneOf(Verdict.class);
        for (NetworkReport report : reports()) {
            if (!report.remedies().isEmpty()) {
                withLines.add(report.verdict());
                report.remedies().forEach(remedy -> assertTrue(remedy.command().contains("7001"), remedy.command()));
            }
        }
        assertEquals(
                EnumSet.of(
                        Verdict.BLOCKED_HERE,
                        Verdict.SILENT_OTHERS_ANSWER,
                        Verdict.SILENT_HOST_ANSWERS,
                        Verdict.SILENT),
                withLines);
    }

    @Test
    void whereOtherServersAnswerNothingIsToBeDoneHere() {
        NetworkReport report = report(asked(5, 0).withSurroundings(1, Host.SILENT));
        assertTrue(report.remedies().stream().allMatch(Remedy::atServer), report.toString());
        assertEquals("doctor 192.0.2.9", report.operatorLine());
    }

    @Test
    void everyReportBeginsWithWhatIsGoodAndOnlyGoodOnesAreGoodThroughout() {
        for (NetworkReport report : reports()) {
            boolean allGood = report.findings().stream().allMatch(finding -> finding.mark() == Mark.GOOD);
            assertEquals(report.verdict().isGood(), allGood, report.toString());
            assertTrue(report.findings().size() >= 2, report.toString());
        }
    }

    private static List<NetworkReport> reports() {
        List<NetworkReport> all = new ArrayList<>();
        all.add(report(asked(5, 5)));
        all.add(report(asked(5, 2)));
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                all.add(report(fault(fault)));
            }
        }
        all.add(report(Evidence.withoutAddress(Name.UNKNOWN, true)));
        all.add(report(Evidence.withoutAddress(Name.UNANSWERED, true)));
        all.add(report(Evidence.withoutAddress(Name.UNKNOWN, false)));
        all.add(report(asked(5, 0).withSurroundings(1, Host.SILENT)));
        all.add(report(asked(5, 0).withSurroundings(0, Host.ANSWERS)));
        all.add(report(asked(5, 0).withSurroundings(0, Host.SILENT)));
        return all;
    }

    private static NetworkReport report(Evidence evidence) {
        return NetworkReport.of(SERVER, evidence, FirewallTool.UFW);
    }

    private static Evidence asked(int asked, int answered) {
        return evidence(Fault.NONE, asked, answered);
    }

    private static Evidence fault(Fault fault) {
        return evidence(fault, fault == Fault.NO_ROUTE || fault == Fault.SEND_REFUSED ? 0 : 1, 0);
    }

    private static Evidence evidence(Fault fault, int asked, int answered) {
        long rttMs = answered > 0 ? 3 : -1;
        return new Evidence(
                Name.FOUND, "192.0.2.7", 1, true, fault, asked, answered, rttMs, "192.0.2.9", -1, Host.NOT_ASKED);
    }
}
