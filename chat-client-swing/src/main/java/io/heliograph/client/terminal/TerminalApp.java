package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.e2e.KeptIdentity;
import io.heliograph.client.core.files.Thumbnails;
import io.heliograph.client.core.loop.ChatClient;
import io.heliograph.client.core.loop.ClientSetup;
import io.heliograph.client.core.profile.ClientLog;
import io.heliograph.client.core.profile.PinStore;
import io.heliograph.client.core.profile.Profile;
import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileFolder;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.session.SessionConfig;
import io.heliograph.client.launch.ClientOptions;
import io.heliograph.client.launch.Launch;
import io.heliograph.client.launch.ProfilePlace;
import io.heliograph.client.launch.UsageException;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.e2e.ExportedIdentity;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.text.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Runs the client in a terminal or between pipes. The only class here that knows the standard streams.
 *
 * <p>Used once, by the main thread.
 */
public final class TerminalApp {
    private static final String LOG_LEVEL_VARIABLE = "HELIOGRAPH_LOG_LEVEL";
    private static final List<String> END_SIGNALS = List.of("INT", "TERM", "HUP");

    private final ClientOptions options;
    private final Map<String, String> environment;
    private final String version;
    private final Thumbnails thumbnails;
    private final StandardStreams streams = StandardStreams.look();
    private final PrintStream out;
    private final PrintStream err;
    private final FaceChoice faces;

    private TerminalApp(ClientOptions options, Map<String, String> environment, String version, Thumbnails thumbnails) {
        this.options = options;
        this.environment = environment;
        this.version = version;
        this.thumbnails = thumbnails;
        // In UTF-8 whatever the locale says, and flushed by the line.
        this.out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        this.err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        this.faces = new FaceChoice(options, environment, streams, System.in, this::line, this::error);
    }

    /** Returns the exit code when the client has ended. */
    public static int run(
            ClientOptions options, Map<String, String> environment, String version, Thumbnails thumbnails) {
        TerminalApp app = new TerminalApp(options, environment, version, thumbnails);
        Exit exit = app.run();
        if (!exit.line().isEmpty()) {
            app.error(exit.line());
        }
        return exit.code();
    }

    private Exit run() {
        try {
            Discovery discovery = new Discovery(options, environment, this::line);
            if (options.wantsDoctor()) {
                return discovery.doctor();
            }
            if (options.wantsToDiscover() || options.wantsProfiles()) {
                return options.wantsProfiles() ? discovery.profiles() : discovery.servers();
            }
            Launch launch = Launch.of(options, environment);
            ProfileEntrance entrance = new ProfileEntrance(
                    options, environment, streams.isInputTerminal() ? SecretQuestion::ask : null, this::error);
            try (ProfileFolder folder = ProfileFolder.open(folder(launch))) {
                ClientLog.writeTo(folder.log(), environment.getOrDefault(LOG_LEVEL_VARIABLE, "info"));
                return enter(folder, entrance, launch);
            }
        } catch (UsageException | ProfileException e) {
            return new Exit(ExitCode.BAD_USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Exit(ExitCode.BAD_USAGE, "the profile cannot be used: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.ok();
        }
    }

    private Exit enter(ProfileFolder folder, ProfileEntrance entrance, Launch launch)
            throws UsageException, ProfileException, IOException, InterruptedException {
        RandomSource random = SecureRandoms.system();
        ProfileKey key = ProfileKey.look(folder.key(), random);
        String passphrase = entrance.unlock(key);
        String account = launch.user() + "@" + launch.server();
        IdentityFile file = new IdentityFile(environment, streams.isInputTerminal() ? SecretQuestion::ask : null);
        Path imported = options.importIdentity();
        ExportedIdentity identity = imported == null ? null : file.read(imported, launch);
        Profile.Wishes wishes = new Profile.Wishes(
                account,
                options.wantsToRepair(),
                System.currentTimeMillis(),
                identity == null ? null : identity.seed());
        try (Profile profile = Profile.open(folder, key, passphrase, wishes, random)) {
            profile.notices().forEach(this::error);
            if (identity != null) {
                KeptIdentity.setFloor(profile.store(), identity.listVersion());
                profile.store().sync();
            }
            Path exported = options.exportIdentity();
            if (exported != null) {
                return file.export(profile, launch, exported, random);
            }
            String warning = LockedScreen.warning(key, options.lockAfterMinutes());
            if (warning != null) {
                error(warning);
            }
            return runIn(profile, launch, random);
        }
    }

    private Path folder(Launch launch) throws UsageException {
        return ProfilePlace.of(options, environment).folderFor(launch.server(), launch.user());
    }

    private static Path usualFolder() {
        return Path.of(System.getProperty("user.home", "."), "Downloads").toAbsolutePath();
    }

    private Exit runIn(Profile profile, Launch launch, RandomSource random)
            throws UsageException, IOException, InterruptedException {
        PinStore pins = profile.pins(System::currentTimeMillis);
        String stored = pins.fingerprintOf(launch.server());
        String invited = launch.invited();
        if (launch.trust() == null && stored != null && invited != null && !stored.equals(invited)) {
            return new Exit(
                    ExitCode.REFUSED,
                    Wording.wrongIdentity(new ClientEvent.WrongIdentity(
                            launch.server().toString(), stored, invited, pins.historyOf(launch.server()))));
        }
        if (launch.trust() != null && stored != null && !stored.equals(launch.trust())) {
            error("the stored identity of " + launch.server() + " (" + stored + ") is replaced by " + launch.trust()
                    + " as soon as the server proves it");
        }
        String text = launch.send() == null || options.file() != null ? null : textToSend();
        InetSocketAddress address =
                new InetSocketAddress(launch.server().host(), launch.server().port());
        if (address.isUnresolved()) {
            return new Exit(
                    ExitCode.UNREACHABLE,
                    "unknown host " + SafeText.line(launch.server().host()) + ": check its name");
        }
        String chosen = launch.trust() != null ? launch.trust() : invited;
        ClientSetup setup = new ClientSetup(
                sessionConfig(launch),
                address,
                profile.device(),
                profile.outbox(),
                pins.forServer(launch.server(), chosen),
                profile.store(),
                profile.history(),
                new ClientSetup.Files(usualFolder(), thumbnails, profile.choices()::ignores),
                random);
        return converse(setup, launch, profile, text);
    }

    private Exit converse(ClientSetup setup, Launch launch, Profile profile, @Nullable String text)
            throws IOException, InterruptedException {
        CompletableFuture<Face> face = new CompletableFuture<>();
        try (ChatClient client = ChatClient.start(setup, event -> face.join().onEvent(event))) {
            Face made = faces.make(client, launch, profile, text);
            Path downloads = options.download();
            if (downloads != null) {
                Path folder = downloads.toAbsolutePath();
                client.submit(new ClientCommand.SetDownloads(DownloadRule.From.EVERYBODY, -1, folder, false));
            }
            END_SIGNALS.forEach(signal -> Signals.register(signal, made::interrupt));
            face.complete(made);
            return made.await();
        }
    }

    private SessionConfig sessionConfig(Launch launch) {
        return new SessionConfig(
                launch.server(),
                launch.user(),
                launch.credentials(),
                launch.rooms(),
                faces.autoRead(launch),
                "terminal, " + System.getProperty("os.name", "unknown"),
                version);
    }

    /** All of standard input, without the line end behind it. */
    private String textToSend() throws UsageException, IOException {
        byte[] octets = System.in.readNBytes(Bounds.MAX_TEXT_BYTES + 2);
        if (!InputLines.isUtf8(octets)) {
            error("standard input is not UTF-8: what is not was replaced");
        }
        String text = InputLines.decode(octets).replaceFirst("\\R\\z", "");
        if (text.isEmpty()) {
            throw new UsageException("--send sends standard input, and that is empty");
        }
        return text;
    }

    private void line(String text) {
        // One write for the line and its end: several threads print.
        out.print(text + "\n");
        out.flush();
    }

    private void error(String text) {
        err.print("heliograph: " + text + "\n");
        err.flush();
    }
}
