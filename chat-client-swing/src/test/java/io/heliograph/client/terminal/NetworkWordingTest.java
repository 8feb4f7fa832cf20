package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.Evidence;
import io.heliograph.client.core.netcheck.Evidence.Host;
import io.heliograph.client.core.netcheck.Evidence.Name;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.common.net.FirewallTool;
import io.heliograph.common.net.PathProbe.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkWordingTest {
    @Test
    void aSilentServerIsToldWithWhatToDo() {
        assertEquals(
                List.of(
                        "the way to relay.example:7001:",
                        "  ok this computer is on a network",
                        "  ok relay.example is 192.0.2.7",
                        "  ok what is sent leaves this computer",
                        "  NO 5 questions sent, no answer",
                        "   ? no other server of this network answers",
                        "  ok the computer at 192.0.2.7 is there",
                        "the computer is there, its port 7001 keeps still; most likely its firewall drops what arrives:"
                                + " let UDP in there; if that does not help, let its answers in here:",
                        "  at the server, ufw: sudo ufw allow 7001/udp",
                        "  at the server, firewalld: sudo firewall-cmd --permanent --add-port=7001/udp"
                                + " && sudo firewall-cmd --reload",
                        "  at the server, Windows PowerShell: New-NetFirewallRule -DisplayName Heliograph"
                                + " -Direction Inbound -Action Allow -Protocol UDP -LocalPort 7001",
                        "  on this computer, nftables: sudo nft insert rule inet filter input ip saddr 192.0.2.7"
                                + " udp sport 7001 accept",
                        "  on the server's console, to see whether anything arrives: doctor 192.0.2.9"),
                NetworkWording.lines(silent(Fault.NONE, 0, Host.ANSWERS)));
    }

    @Test
    void everythingThatCanBeFoundHasWords() {
        List<NetworkReport> all = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            all.add(silent(fault, -1, Host.NOT_ASKED));
        }
        all.add(silent(Fault.NONE, 2, Host.SILENT));
        for (Name name : List.of(Name.UNKNOWN, Name.UNANSWERED)) {
            all.add(report(new Evidence(name, "", 0, false, Fault.NONE, 0, 0, -1, "", -1, Host.NOT_ASKED)));
            all.add(report(new Evidence(name, "", 0, true, Fault.NONE, 0, 0, -1, "", -1, Host.NOT_ASKED)));
        }
        for (int answered = 1; answered <= 5; answered++) {
            all.add(report(new Evidence(
                    Name.ADDRESS, "192.0.2.7", 1, true, Fault.NONE, 5, answered, 0, "", -1, Host.NOT_ASKED)));
        }
        for (NetworkReport report : all) {
            assertTrue(NetworkWording.lines(report).size() >= 4, report.toString());
        }
    }

    @Test
    void programsReadTheVerdictAsACode() {
        List<String> lines = new ArrayList<>();
        NetworkReport refused = silent(Fault.SEND_REFUSED, -1, Host.NOT_ASKED);
        new JsonLines(lines::add).print(new ClientEvent.NetworkChecked(refused));
        String line = lines.get(0);
        assertTrue(
                line.startsWith("{\"event\":\"network\",\"server\":\"relay.example:7001\","
                        + "\"verdict\":\"blocked-here\",\"address\":\"192.0.2.7\",\"asked\":5,\"answered\":0,"
                        + "\"rtt_ms\":-1,\"findings\":[{\"code\":\"network.up\",\"mark\":\"good\","),
                line);
        assertTrue(line.contains("\"remedies\":[{\"where\":\"here\",\"tool\":\"nftables\",\"line\":\"sudo nft"), line);
    }

    private static NetworkReport silent(Fault fault, int others, Host host) {
        return report(new Evidence(Name.FOUND, "192.0.2.7", 1, true, fault, 5, 0, -1, "192.0.2.9", others, host));
    }

    private static NetworkReport report(Evidence evidence) {
        return NetworkReport.of(new ServerName("relay.example", 7_001), evidence, FirewallTool.NFTABLES);
    }
}
