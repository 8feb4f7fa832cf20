package io.heliograph.server.routing;

/** The version of this build, as the jar's manifest has it. */
public final class ServerVersion {
    /** "0.0" where the classes do not come from a jar. */
    public static final String TEXT = read();

    private ServerVersion() {}

    private static String read() {
        String version = ServerVersion.class.getPackage().getImplementationVersion();
        return version == null ? "0.0" : version;
    }
}
