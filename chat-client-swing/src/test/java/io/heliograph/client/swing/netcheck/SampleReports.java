package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.Evidence;
import io.heliograph.client.core.netcheck.Evidence.Host;
import io.heliograph.client.core.netcheck.Evidence.Name;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.common.net.FirewallTool;
import io.heliograph.common.net.PathProbe.Fault;
import java.util.ArrayList;
import java.util.List;

/** A report of each kind. */
final class SampleReports {
    static final ServerName SERVER = new ServerName("relay.example", 12_345);

    private SampleReports() {}

    static List<NetworkReport> all() {
        List<NetworkReport> all = new ArrayList<>();
        all.add(answered(5));
        all.add(answered(2));
        for (Fault fault : Fault.values()) {
            all.add(silent(fault, -1, Host.NOT_ASKED));
        }
        all.add(silent(Fault.NONE, 2, Host.SILENT));
        all.add(silent(Fault.NONE, 0, Host.ANSWERS));
        all.add(nothing());
        all.add(of(new Evidence(Name.UNKNOWN, "", 0, true, Fault.NONE, 0, 0, -1, "", -1, Host.NOT_ASKED)));
        all.add(of(new Evidence(Name.UNANSWERED, "", 0, false, Fault.NONE, 0, 0, -1, "", -1, Host.NOT_ASKED)));
        return all;
    }

    static NetworkReport answered(int count) {
        return of(new Evidence(
                Name.FOUND, "192.0.2.7", 1, true, Fault.NONE, 5, count, 3, "192.0.2.9", -1, Host.NOT_ASKED));
    }

    static NetworkReport nothing() {
        return silent(Fault.NONE, 0, Host.SILENT);
    }

    static NetworkReport silent(Fault fault, int others, Host host) {
        return of(new Evidence(Name.FOUND, "192.0.2.7", 2, true, fault, 5, 0, -1, "192.0.2.9", others, host));
    }

    private static NetworkReport of(Evidence evidence) {
        return NetworkReport.of(SERVER, evidence, FirewallTool.WINDOWS);
    }
}
