package io.heliograph.client;

import io.heliograph.client.launch.ClientOptions;
import io.heliograph.client.launch.DesktopLaunch;
import io.heliograph.client.launch.UsageException;
import io.heliograph.client.swing.SwingApp;
import io.heliograph.client.swing.images.ImageThumbnails;
import io.heliograph.client.terminal.TerminalApp;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Entry point of the client. */
public final class ClientMain {
    private static final int EXIT_BAD_USAGE = 2;

    private ClientMain() {}

    /** Runs the client and ends the process with the exit code of the contract. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        ClientOptions options = new ClientOptions();
        CommandLine commandLine = new CommandLine(options);
        try {
            commandLine.parseArgs(args);
        } catch (ParameterException e) {
            return complain(e.getMessage() + " (--help lists the options)");
        }
        if (options.wantsHelp()) {
            commandLine.usage(System.out);
            return 0;
        }
        if (options.wantsVersion()) {
            System.out.println("Heliograph client " + version());
            return 0;
        }
        return options.isTerminalWanted()
                ? TerminalApp.run(options, System.getenv(), version(), ClientMain::pictureOf)
                : desktop(options);
    }

    /** Apart, so that a terminal never loads a class of the desktop. */
    private static int desktop(ClientOptions options) {
        String complaint;
        try {
            complaint = SwingApp.run(DesktopLaunch.of(options, System.getenv()), version());
        } catch (UsageException e) {
            complaint = String.valueOf(e.getMessage());
        }
        return complaint.isEmpty() ? 0 : complain(complaint);
    }

    /** The toolkit is loaded with the first file that is sent from a terminal, not before. */
    private static Bytes pictureOf(Path source) {
        System.setProperty("java.awt.headless", "true"); // whatever display there is, it is not ours
        return new ImageThumbnails().of(source);
    }

    private static int complain(String line) {
        System.err.println("heliograph: " + line);
        return EXIT_BAD_USAGE;
    }

    private static String version() {
        return Objects.requireNonNullElse(ClientMain.class.getPackage().getImplementationVersion(), "development");
    }
}
