package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.netcheck.Evidence;
import io.heliograph.client.core.netcheck.NetworkReport;
import java.util.Locale;

/** The object of {@code --json} about a check of the network. Thread-safe: pure functions. */
final class NetworkJson {
    private NetworkJson() {}

    static ObjectNode of(NetworkReport report) {
        Evidence evidence = report.evidence();
        ObjectNode object = JsonText.object("network")
                .put("server", report.server().toString())
                .put("verdict", report.verdict().code())
                .put("address", evidence.address())
                .put("asked", evidence.askedCount())
                .put("answered", evidence.answeredCount())
                .put("rtt_ms", evidence.rttMs());
        ArrayNode findings = object.putArray("findings");
        report.findings()
                .forEach(finding -> findings.add(JsonText.plain()
                        .put("code", finding.code())
                        .put("mark", finding.mark().name().toLowerCase(Locale.ROOT))
                        .put("text", NetworkWording.words(finding))));
        ArrayNode remedies = object.putArray("remedies");
        report.remedies()
                .forEach(remedy -> remedies.add(JsonText.plain()
                        .put("where", remedy.atServer() ? "server" : "here")
                        .put("tool", remedy.tool().title())
                        .put("line", remedy.command())));
        return object;
    }
}
