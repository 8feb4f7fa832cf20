package io.heliograph.client.core.netcheck;

import io.heliograph.common.net.FirewallTool;
import java.util.ArrayList;
import java.util.List;

/**
 * A line for a firewall, to be read and pasted.
 *
 * @param atServer it is for the server's machine, else for this one
 */
public record Remedy(boolean atServer, FirewallTool tool, String command) {
    private static final List<FirewallTool> OF_SERVERS =
            List.of(FirewallTool.UFW, FirewallTool.FIREWALLD, FirewallTool.WINDOWS);

    /** What to try first comes first; nothing where no firewall is why. {@code here} sets that of this machine. */
    static List<Remedy> of(Verdict verdict, Evidence evidence, int port, FirewallTool here) {
        List<Remedy> all = new ArrayList<>();
        switch (verdict) {
            case BLOCKED_HERE -> all.add(new Remedy(false, here, here.letOut(port)));
            case SILENT_OTHERS_ANSWER -> addServers(all, port);
            case SILENT_HOST_ANSWERS, SILENT -> {
                addServers(all, port);
                all.add(new Remedy(false, here, here.letAnswersIn(evidence.address(), port)));
            }
            case NAME_UNKNOWN, NO_NETWORK, NO_ROUTE, NO_HOST, NOTHING_LISTENS, ANSWERS, LOSSY -> {}
        }
        return all;
    }

    private static void addServers(List<Remedy> all, int port) {
        OF_SERVERS.forEach(tool -> all.add(new Remedy(true, tool, tool.letIn(port))));
    }
}
