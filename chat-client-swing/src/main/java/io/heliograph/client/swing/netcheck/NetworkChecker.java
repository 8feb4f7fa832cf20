package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.NetworkReport;
import java.util.function.Consumer;

/** Looks along the way to a server, away from the event dispatch thread. */
interface NetworkChecker {
    /** Brings the report to the event dispatch thread, after some seconds. */
    void check(ServerName server, Consumer<NetworkReport> done);
}
