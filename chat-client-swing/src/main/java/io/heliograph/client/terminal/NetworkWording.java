package io.heliograph.client.terminal;

import io.heliograph.client.core.netcheck.Finding;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.client.core.netcheck.Remedy;
import io.heliograph.client.core.netcheck.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What a check of the network has found, in words. Safe to show.
 *
 * <p>Thread-safe: pure functions.
 */
final class NetworkWording {
    private NetworkWording() {}

    /** What was seen with a sign each, the verdict, what to do, and the lines to paste. */
    static List<String> lines(NetworkReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("the way to " + Wording.safe(report.server().toString()) + ":");
        report.findings().forEach(finding -> lines.add("  " + sign(finding.mark()) + " " + words(finding)));
        lines.add(verdict(report.verdict(), report) + "; " + advice(report.verdict(), report));
        for (Remedy remedy : report.remedies()) {
            lines.add("  " + (remedy.atServer() ? "at the server, " : "on this computer, ")
                    + remedy.tool().title() + ": " + remedy.command());
        }
        if (!report.operatorLine().isEmpty()) {
            lines.add("  on the server's console, to see whether anything arrives: " + report.operatorLine());
        }
        return lines;
    }

    /** Plain letters: not every terminal has a tick. */
    private static String sign(Finding.Mark mark) {
        return switch (mark) {
            case GOOD -> "ok";
            case BAD -> "NO";
            case OPEN -> " ?";
        };
    }

    static String words(Finding finding) {
        List<String> values = finding.values().stream()
                .map(value -> Wording.safe(value.toString()))
                .toList();
        return switch (finding.code()) {
            case "network.up" -> "this computer is on a network";
            case "network.down" -> "this computer is on no network";
            case "name.address" -> "the server is named by its address";
            case "name.found" -> found(values);
            case "name.unknown" -> "no name server knows " + values.get(0);
            case "name.unanswered" -> "no name server says what " + values.get(0) + " is";
            case "sending.passed" -> "what is sent leaves this computer";
            case "sending.no-route" -> "there is no way from here to " + values.get(0);
            case "sending.refused" -> "this computer refuses to send";
            case "answer.some" -> answered(values);
            case "answer.closed" -> "the answer is that nobody listens at that port";
            case "answer.no-host" -> "the network says that nobody has that address";
            case "answer.none" -> values.get(0) + " questions sent, no answer";
            case "others.some" -> "other servers of this network answer: " + values.get(0);
            case "others.none" -> "no other server of this network answers";
            case "host.answers" -> "the computer at " + values.get(0) + " is there";
            case "host.silent" -> "the computer at " + values.get(0) + " answers to nothing else either";
            default -> throw new IllegalArgumentException("no words for " + finding.code());
        };
    }

    private static String found(List<String> values) {
        String more = values.get(2).equals("1") ? "" : ", the first of " + values.get(2) + " addresses";
        return values.get(0) + " is " + values.get(1) + more;
    }

    private static String answered(List<String> values) {
        String time = values.get(2).equals("0") ? "under 1 ms" : values.get(2) + " ms";
        return values.get(0) + " of " + values.get(1) + " questions answered, round trip " + time;
    }

    private static String verdict(Verdict verdict, NetworkReport report) {
        return switch (verdict) {
            case NAME_UNKNOWN -> "the name is not known";
            case NO_NETWORK -> "this computer is on no network";
            case NO_ROUTE -> "there is no way to that address";
            case BLOCKED_HERE -> "this computer stops what goes out";
            case NO_HOST -> "nobody is at that address";
            case NOTHING_LISTENS -> "the way is open, but no server runs there";
            case ANSWERS -> "the way is open, and the server answers";
            case LOSSY -> "the server answers, but " + report.evidence().lossPercent() + " % is lost on the way";
            case SILENT_OTHERS_ANSWER -> "the server's side is blocked";
            case SILENT_HOST_ANSWERS ->
                "the computer is there, its port " + report.server().port() + " keeps still";
            case SILENT -> "nothing answers, and nothing says why";
        };
    }

    private static String advice(Verdict verdict, NetworkReport report) {
        int port = report.server().port();
        return switch (verdict) {
            case NAME_UNKNOWN -> "check how it is written, or give the address in place of the name";
            case NO_NETWORK -> "plug in the cable or join the wireless network, then check again";
            case NO_ROUTE -> "join the network that it belongs to, or its VPN, or check the address";
            case BLOCKED_HERE -> "its firewall does not let UDP out to port " + port + ", and this line lets it:";
            case NO_HOST -> "the server's computer is off, or has another address now";
            case NOTHING_LISTENS ->
                "start the server, or check the port " + port + " (a firewall that refuses openly looks the same)";
            case ANSWERS -> "if a connection fails all the same, the network is not the cause";
            case LOSSY -> "go nearer to the wireless access point, or use a cable";
            case SILENT_OTHERS_ANSWER ->
                "other servers answer, so UDP passes here in both directions: check that it runs, and let UDP in to its"
                        + " port " + port + ":";
            case SILENT_HOST_ANSWERS ->
                "most likely its firewall drops what arrives: let UDP in there; if that does not help, let its answers"
                        + " in here:";
            case SILENT ->
                "in this order: check the address and that the server runs; let UDP in to its port " + port
                        + "; let its answers in here:";
        };
    }
}
