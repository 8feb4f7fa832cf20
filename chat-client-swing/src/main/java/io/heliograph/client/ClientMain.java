package io.heliograph.client;

import java.util.Objects;

/** Entry point of the client. */
public final class ClientMain {
    private static final int EXIT_BAD_USAGE = 2;
    private static final String USAGE = "usage: java -jar chat-client-swing.jar [--version] [--help]";

    private ClientMain() {}

    /** Prints the version or the usage; everything else is bad usage and exits with 2. */
    public static void main(String[] args) {
        String answer = answerTo(args);
        if (answer.isEmpty()) {
            System.err.println(USAGE);
            System.exit(EXIT_BAD_USAGE);
        }
        System.out.println(answer);
    }

    /** Returns what to print, or an empty text when {@code args} is not a usage this program knows. */
    static String answerTo(String... args) {
        if (args.length != 1) {
            return "";
        }
        return switch (args[0]) {
            case "--version" -> "Heliograph client " + version();
            case "--help" -> USAGE;
            default -> "";
        };
    }

    private static String version() {
        return Objects.requireNonNullElse(ClientMain.class.getPackage().getImplementationVersion(), "development");
    }
}
