package io.heliograph.client.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the client: a contract. Filled by picocli, read once. */
@Command(
        name = "java -jar chat-client-swing.jar",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Chat on a network of your own.",
            "Exit codes: 0 done, 2 bad usage, 3 something was not delivered, 4 login or trust refused,"
                    + " 5 server not reached."
        })
public final class ClientOptions {
    @Option(names = "--nogui", description = "Run in this terminal, or between pipes.")
    private boolean nogui;

    @Parameters(arity = "0..1", paramLabel = "INVITE", description = "heliograph://HOST:PORT/#SHA256:...")
    private @Nullable String invite;

    @Option(names = "--server", paramLabel = "HOST[:PORT]", description = "The server, if there is no invite.")
    private @Nullable String server;

    @Option(
            names = "--trust",
            paramLabel = "SHA256:...",
            description = "The server's fingerprint; replaces the stored one.")
    private @Nullable String trust;

    @Option(names = "--user", paramLabel = "NAME", description = "Your name there; your system's if left out.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Where your password stands; HELIOGRAPH_PASSWORD if left out.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--server-password-file",
            paramLabel = "FILE",
            description = "Where the server's password stands; HELIOGRAPH_SERVER_PASSWORD, or your own, if left out.")
    private @Nullable Path serverPasswordFile;

    @Option(names = "--register", description = "Make the account if there is none.")
    private boolean register;

    @Option(names = "--admin-token", paramLabel = "T", description = "Makes you an administrator, once.")
    private String adminToken = "";

    @Option(names = "--room", paramLabel = "NAME", description = "A room to enter; #lobby if left out. Repeatable.")
    private List<String> rooms = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "DIR", description = "Where everything of yours is kept, sealed.")
    private @Nullable Path profile;

    @Option(names = "--portable", description = "Keep the profile beside the program, in heliograph-data.")
    private boolean portable;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Where the profile's passphrase stands; HELIOGRAPH_PASSPHRASE if left out.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--export-identity",
            paramLabel = "FILE",
            description = "Write this device's identity to a file with a passphrase, and exit.")
    private @Nullable Path exportIdentity;

    @Option(
            names = "--import-identity",
            paramLabel = "FILE",
            description = "Make the profile anew as the device whose identity is in the file.")
    private @Nullable Path importIdentity;

    @Option(
            names = "--repair-profile",
            description = "Keep what can be read of a damaged profile, and set the damaged file aside.")
    private boolean repairProfile;

    @Option(
            names = "--lock-after",
            paramLabel = "MINUTES",
            description = "Lock the screen when nothing was typed for so long; the profile needs a passphrase.")
    private int lockAfterMinutes;

    @Option(names = "--profiles", description = "List the profiles of this machine, and end.")
    private boolean profiles;

    @Option(names = "--json", description = "One JSON object per line on standard output.")
    private boolean json;

    @Option(names = "--send", paramLabel = "TARGET", description = "Send standard input to #room or @user, and leave.")
    private @Nullable String send;

    @Option(names = "--file", paramLabel = "PATH", description = "With --send: send this file instead.")
    private @Nullable Path file;

    @Option(
            names = "--download",
            paramLabel = "DIR",
            description = "Fetch the files of everybody to DIR, as long as the client runs.")
    private @Nullable Path download;

    @Option(names = "--tail", paramLabel = "TARGET", description = "Print what arrives at #room or @user.")
    private @Nullable String tail;

    @Option(
            names = "--discover",
            description = "Print the servers of the local network (on the port of --server), and end.")
    private boolean discover;

    @Option(names = "--doctor", description = "Print what is in the way to the server, and end.")
    private boolean doctor;

    @Option(names = "--light", description = "Colours for a light background.")
    private boolean light;

    @Option(names = "--dark", description = "Colours for a dark background.")
    private boolean dark;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    @Option(names = "--help", usageHelp = true, description = "Print this.")
    private boolean help;

    public boolean isNogui() {
        return nogui;
    }

    /** What prints its answer and ends belongs to the terminal, too. */
    public boolean isTerminalWanted() {
        boolean prints = discover || doctor || profiles || send != null || tail != null;
        return nogui || prints || exportIdentity != null || importIdentity != null;
    }

    public boolean wantsVersion() {
        return version;
    }

    public boolean wantsHelp() {
        return help;
    }

    @Nullable
    public String invite() {
        return invite;
    }

    @Nullable
    public String server() {
        return server;
    }

    @Nullable
    public String trust() {
        return trust;
    }

    @Nullable
    public String user() {
        return user;
    }

    @Nullable
    public Path passwordFile() {
        return passwordFile;
    }

    @Nullable
    public Path serverPasswordFile() {
        return serverPasswordFile;
    }

    public String adminToken() {
        return adminToken;
    }

    public List<String> rooms() {
        return rooms;
    }

    @Nullable
    public Path profile() {
        return profile;
    }

    public boolean isPortable() {
        return portable;
    }

    @Nullable
    public Path passphraseFile() {
        return passphraseFile;
    }

    /** Null if no identity is to be written to a file. */
    @Nullable
    public Path exportIdentity() {
        return exportIdentity;
    }

    /** Null if this device is one of its own. */
    @Nullable
    public Path importIdentity() {
        return importIdentity;
    }

    public boolean wantsToRepair() {
        return repairProfile;
    }

    /** 0 for never. */
    public int lockAfterMinutes() {
        return lockAfterMinutes;
    }

    public boolean wantsProfiles() {
        return profiles;
    }

    public boolean isJson() {
        return json;
    }

    @Nullable
    public String send() {
        return send;
    }

    @Nullable
    public Path file() {
        return file;
    }

    @Nullable
    public Path download() {
        return download;
    }

    @Nullable
    public String tail() {
        return tail;
    }

    public boolean isLight() {
        return light;
    }

    public boolean isDark() {
        return dark;
    }

    public boolean wantsToDiscover() {
        return discover;
    }

    public boolean wantsDoctor() {
        return doctor;
    }

    public boolean wantsToRegister() {
        return register;
    }
}
