package io.heliograph.client.terminal;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.netcheck.NetworkCheck;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.client.core.profile.ProfileFolder;
import io.heliograph.client.core.profile.ProfileFolder.Listed;
import io.heliograph.client.launch.ClientOptions;
import io.heliograph.client.launch.Launch;
import io.heliograph.client.launch.UsageException;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.net.LanSearch;
import io.heliograph.common.text.SafeText;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What can be asked for without an account, and leaves nothing behind: the servers of the network, the profiles of this
 * machine.
 *
 * <p>Used once, by the main thread.
 */
final class Discovery {
    private final ClientOptions options;
    private final Map<String, String> environment;
    private final LineSink out;

    Discovery(ClientOptions options, Map<String, String> environment, LineSink out) {
        this.options = options;
        this.environment = environment;
        this.out = out;
    }

    Exit servers() throws UsageException, InterruptedException {
        String named = options.server();
        ServerName server = named == null ? new ServerName("any", ServerName.DEFAULT_PORT) : ServerName.parse(named);
        if (server == null) {
            throw new UsageException("--discover takes the port from --server HOST:PORT");
        }
        try {
            Bytes nonce = Bytes.takingOver(SecureRandoms.system().bytes(ServerSearch.NONCE_BYTES));
            List<LanSearch.Found> found = ServerSearch.run(server.port(), nonce);
            found.forEach(one -> out.line(options.isJson() ? JsonText.escaped(json(one)) : ServerSearch.line(one)));
            return found.isEmpty() ? nothingFound("no server has answered") : Exit.ok();
        } catch (IOException e) {
            return nothingFound("the network cannot be asked (" + e.getMessage() + ")");
        }
    }

    /** What is in the way to the server. */
    Exit doctor() throws UsageException {
        if (options.server() == null && options.invite() == null) {
            throw new UsageException("--doctor looks along the way to --server HOST[:PORT], or to that of an invite");
        }
        ServerName server = Launch.serverOf(options);
        NetworkReport report = new NetworkCheck(SecureRandoms.system()).run(server);
        if (options.isJson()) {
            out.line(JsonText.escaped(NetworkJson.of(report).toString()));
        } else {
            NetworkWording.lines(report).forEach(out::line);
        }
        return new Exit(report.evidence().answeredCount() > 0 ? ExitCode.OK : ExitCode.UNREACHABLE, "");
    }

    /** The names of folders tell whose they are: nothing is opened. */
    Exit profiles() {
        Path parent = ProfileFolder.defaultParent(environment);
        List<Listed> found = ProfileFolder.list(parent);
        for (Listed profile : found) {
            out.line(
                    options.isJson()
                            ? JsonText.escaped(json(profile))
                            : SafeText.line(profile.user() + " at " + profile.server()) + ", last used "
                                    + JsonText.time(profile.lastUsedMs()) + ", "
                                    + SafeText.line(profile.folder().toString()));
        }
        return found.isEmpty() ? new Exit(ExitCode.OK, "there are no profiles in " + parent) : Exit.ok();
    }

    private static Exit nothingFound(String why) {
        return new Exit(ExitCode.UNREACHABLE, why + ": name the server with an invite or --server HOST[:PORT]");
    }

    private static String json(LanSearch.Found found) {
        return JsonText.object("server")
                .put("name", found.server().name())
                .put("server", ServerSearch.nameOf(found))
                .put("fingerprint", ServerSearch.fingerprintOf(found))
                .put("users", found.server().users())
                .put("rtt_ms", ServerSearch.rttMsOf(found))
                .toString();
    }

    private static String json(Listed profile) {
        return JsonText.object("profile")
                .put("user", profile.user())
                .put("server", profile.server())
                .put("last_used", JsonText.time(profile.lastUsedMs()))
                .put("path", profile.folder().toString())
                .toString();
    }
}
