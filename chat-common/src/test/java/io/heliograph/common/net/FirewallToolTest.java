package io.heliograph.common.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FirewallToolTest {
    @Test
    void theSystemsOwnIsChosenAndOnLinuxTheOneThatIsInstalled() {
        assertEquals(FirewallTool.WINDOWS, FirewallTool.of("Windows 11", path -> true));
        assertEquals(FirewallTool.MACOS, FirewallTool.of("Mac OS X", path -> true));
        assertEquals(FirewallTool.UFW, FirewallTool.of("Linux", path -> true));
        assertEquals(FirewallTool.FIREWALLD, FirewallTool.of("Linux", path -> ends(path, "firewall-cmd")));
        assertEquals(FirewallTool.NFTABLES, FirewallTool.of("Linux", path -> ends(path, "nft")));
        assertEquals(FirewallTool.UFW, FirewallTool.of("Linux", path -> false));
    }

    @Test
    void eachLineNamesThePort() {
        for (FirewallTool tool : FirewallTool.values()) {
            if (tool != FirewallTool.MACOS) { // there, programs are let in, not ports
                assertTrue(tool.letIn(7_001).contains("7001"), tool.letIn(7_001));
                assertTrue(tool.letOut(7_001).contains("7001"), tool.letOut(7_001));
                String answers = tool.letAnswersIn("192.0.2.7", 7_001);
                assertTrue(answers.contains("7001"), answers);
                assertFalse(answers.equals(tool.letIn(7_001)), answers);
            }
        }
    }

    private static boolean ends(Path path, String program) {
        return path.endsWith(program);
    }
}
