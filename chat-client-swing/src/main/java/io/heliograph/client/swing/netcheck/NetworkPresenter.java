package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.Evidence;
import io.heliograph.client.core.netcheck.Finding;
import io.heliograph.client.core.netcheck.Finding.Mark;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.client.core.netcheck.Remedy;
import io.heliograph.client.core.netcheck.Verdict;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Has the way to a server looked at, and puts into words what was found.
 *
 * <p>Event dispatch thread only; knows no component.
 */
final class NetworkPresenter {
    private final NetworkView view;
    private final NetworkChecker checker;
    private final Words words;
    private @Nullable ServerName server;
    private int round;

    NetworkPresenter(NetworkView view, NetworkChecker checker, Words words) {
        this.view = view;
        this.checker = checker;
        this.words = words;
    }

    /** Begins; what an earlier check finds is not wanted any more. */
    void onCheck(ServerName wanted) {
        server = wanted;
        round++;
        int mine = round;
        String shown = SafeText.line(wanted.toString());
        view.showRunning(shown, words.get("netcheck.running", shown));
        checker.check(wanted, report -> {
            if (mine == round) {
                view.showReport(shown(report));
            }
        });
    }

    /** The same once more. */
    void onAgain() {
        ServerName last = server;
        if (last != null) {
            onCheck(last);
        }
    }

    private NetworkView.Report shown(NetworkReport report) {
        List<NetworkView.Seen> seen = report.findings().stream().map(this::seen).toList();
        String code = report.verdict().code();
        Evidence evidence = report.evidence();
        // A port is a name: it has no separators between its digits.
        Object[] values = {
            SafeText.line(report.server().toString()),
            String.valueOf(report.server().port()),
            evidence.lossPercent()
        };
        return new NetworkView.Report(
                seen,
                markOf(report.verdict()),
                words.get("netcheck.verdict." + code, values),
                words.get("netcheck.advice." + code, values),
                lines(report));
    }

    private NetworkView.Seen seen(Finding finding) {
        Object[] values = finding.values().stream()
                .map(value -> value instanceof String text ? SafeText.line(text) : value)
                .toArray();
        String text = words.get("netcheck." + finding.code(), values);
        String mark = finding.mark().name().toLowerCase(Locale.ROOT);
        return new NetworkView.Seen(finding.mark(), text, words.get("netcheck." + mark, text));
    }

    private List<NetworkView.Line> lines(NetworkReport report) {
        List<NetworkView.Line> lines = new ArrayList<>();
        for (Remedy remedy : report.remedies()) {
            String where = remedy.atServer() ? "netcheck.atServer" : "netcheck.atHere";
            lines.add(new NetworkView.Line(words.get(where, remedy.tool().title()), remedy.command()));
        }
        if (!report.operatorLine().isEmpty()) {
            lines.add(new NetworkView.Line(words.get("netcheck.operator"), report.operatorLine()));
        }
        return lines;
    }

    private static Mark markOf(Verdict verdict) {
        return switch (verdict) {
            case ANSWERS -> Mark.GOOD;
            case LOSSY, SILENT -> Mark.OPEN;
            case NAME_UNKNOWN,
                    NO_NETWORK,
                    NO_ROUTE,
                    BLOCKED_HERE,
                    NO_HOST,
                    NOTHING_LISTENS,
                    SILENT_OTHERS_ANSWER,
                    SILENT_HOST_ANSWERS -> Mark.BAD;
        };
    }
}
