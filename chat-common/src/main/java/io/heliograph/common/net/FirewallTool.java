package io.heliograph.common.net;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What sets the firewall of a machine, and the lines to give it. They are for a person to read and to paste; nothing
 * here runs them.
 */
public enum FirewallTool {
    UFW("ufw") {
        @Override
        public String letIn(int port) {
            return "sudo ufw allow " + port + "/udp";
        }

        @Override
        public String letOut(int port) {
            return "sudo ufw allow out " + port + "/udp";
        }

        @Override
        public String letAnswersIn(String address, int port) {
            return "sudo ufw allow proto udp from " + address + " port " + port;
        }
    },
    FIREWALLD("firewalld") {
        @Override
        public String letIn(int port) {
            return "sudo firewall-cmd --permanent --add-port=" + port + "/udp && sudo firewall-cmd --reload";
        }

        @Override
        public String letOut(int port) {
            return "sudo firewall-cmd --direct --add-rule ipv4 filter OUTPUT 0 -p udp --dport " + port + " -j ACCEPT";
        }

        @Override
        public String letAnswersIn(String address, int port) {
            return "sudo firewall-cmd --permanent --add-source-port=" + port + "/udp && sudo firewall-cmd --reload";
        }
    },
    NFTABLES("nftables") {
        @Override
        public String letIn(int port) {
            return "sudo nft insert rule inet filter input udp dport " + port + " accept";
        }

        @Override
        public String letOut(int port) {
            return "sudo nft insert rule inet filter output udp dport " + port + " accept";
        }

        @Override
        public String letAnswersIn(String address, int port) {
            String family = address.indexOf(':') < 0 ? "ip" : "ip6";
            return "sudo nft insert rule inet filter input " + family + " saddr " + address + " udp sport " + port
                    + " accept";
        }
    },
    WINDOWS("Windows PowerShell") {
        @Override
        public String letIn(int port) {
            return rule("Inbound") + " -LocalPort " + port;
        }

        @Override
        public String letOut(int port) {
            return rule("Outbound") + " -RemotePort " + port;
        }

        @Override
        public String letAnswersIn(String address, int port) {
            return rule("Inbound") + " -RemoteAddress " + address + " -RemotePort " + port;
        }

        private String rule(String direction) {
            return "New-NetFirewallRule -DisplayName Heliograph -Direction " + direction
                    + " -Action Allow -Protocol UDP";
        }
    },
    MACOS("macOS") {
        @Override
        public String letIn(int port) {
            return ALLOW_JAVA;
        }

        /** The firewall of the system lets everything out; what refuses it is a rule of the packet filter. */
        @Override
        public String letOut(int port) {
            return "sudo pfctl -s rules";
        }

        @Override
        public String letAnswersIn(String address, int port) {
            return ALLOW_JAVA;
        }
    };

    private static final String ALLOW_JAVA =
            "sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp \"$(/usr/libexec/java_home)/bin/java\"";
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private final String title;

    FirewallTool(String title) {
        this.title = title;
    }

    /** A name, the same in every language. */
    public String title() {
        return title;
    }

    /** Lets others reach a server at {@code port} of the machine. */
    public abstract String letIn(int port);

    /** Lets the machine send to servers at {@code port}. */
    public abstract String letOut(int port);

    /** Lets in what the server at {@code address} sends from {@code port}; {@code address} is no name. */
    public abstract String letAnswersIn(String address, int port);

    /** That of this machine, as far as can be seen without asking it. */
    public static FirewallTool ofThisMachine() {
        return of(System.getProperty("os.name", ""), Files::isExecutable);
    }

    /** {@code isProgram} tells whether a path is one that can be run. */
    static FirewallTool of(String system, Predicate<Path> isProgram) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        } else if (lower.startsWith("mac")) {
            return MACOS;
        } else if (isInstalled("ufw", isProgram)) {
            return UFW;
        } else if (isInstalled("firewall-cmd", isProgram)) {
            return FIREWALLD;
        }
        return isInstalled("nft", isProgram) ? NFTABLES : UFW;
    }

    private static boolean isInstalled(String program, Predicate<Path> isProgram) {
        return FOLDERS.stream().anyMatch(folder -> isProgram.test(Path.of(folder, program)));
    }
}
