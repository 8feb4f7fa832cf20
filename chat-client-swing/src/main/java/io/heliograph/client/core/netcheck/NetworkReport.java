package io.heliograph.client.core.netcheck;

import io.heliograph.client.core.ServerName;
import io.heliograph.common.net.FirewallTool;
import java.util.List;

/**
 * What a check of the network has found, what follows, and what to do.
 *
 * @param findings in the order in which they were looked for
 * @param remedies what to try first comes first
 */
public record NetworkReport(
        ServerName server, Evidence evidence, Verdict verdict, List<Finding> findings, List<Remedy> remedies) {
    public NetworkReport {
        findings = List.copyOf(findings);
        remedies = List.copyOf(remedies);
    }

    /** {@code here} sets the firewall of this machine. */
    public static NetworkReport of(ServerName server, Evidence evidence, FirewallTool here) {
        Verdict verdict = Verdict.of(evidence);
        return new NetworkReport(
                server,
                evidence,
                verdict,
                Finding.of(evidence, server.host()),
                Remedy.of(verdict, evidence, server.port(), here));
    }

    /** The line for the console of the server that tells whether anything arrives there; empty where it is no use. */
    public String operatorLine() {
        boolean silent = verdict == Verdict.SILENT
                || verdict == Verdict.SILENT_HOST_ANSWERS
                || verdict == Verdict.SILENT_OTHERS_ANSWER;
        return silent && !evidence.ownAddress().isEmpty() ? "doctor " + evidence.ownAddress() : "";
    }
}
