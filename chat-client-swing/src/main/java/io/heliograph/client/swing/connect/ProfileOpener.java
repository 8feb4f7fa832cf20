package io.heliograph.client.swing.connect;

import io.heliograph.client.core.AutoRead;
import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.e2e.KeptIdentity;
import io.heliograph.client.core.loop.ChatClient;
import io.heliograph.client.core.loop.ClientSetup;
import io.heliograph.client.core.profile.ClientLog;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.PinStore;
import io.heliograph.client.core.profile.Profile;
import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileFolder;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.session.SessionConfig;
import io.heliograph.client.core.session.SessionConfig.Credentials;
import io.heliograph.client.launch.DesktopLaunch;
import io.heliograph.client.swing.images.ImageThumbnails;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.net.NamedThreads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens the profile of who wants in, and starts the client on it.
 *
 * <p>Thread-safe. Opens and closes on one thread of its own, for a passphrase takes a third of a second and a name
 * server may take longer; and a profile can be opened again only when it was closed.
 */
public final class ProfileOpener implements SessionOpener {
    private static final long CLOSE_WITHIN_MS = 5_000;
    private static final String LOG_LEVEL_VARIABLE = "HELIOGRAPH_LOG_LEVEL";

    private final DesktopLaunch launch;
    private final String version;
    private final RandomSource random;
    private final Words words;
    private final Executor events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(NamedThreads.factory("profile-opener"));

    private final FolderClaim claim = new FolderClaim();

    /** {@code launch} tells where profiles are; {@code events} leads to the event dispatch thread. */
    public ProfileOpener(DesktopLaunch launch, String version, RandomSource random, Words words, Executor events) {
        this.launch = launch;
        this.version = version;
        this.random = random;
        this.words = words;
        this.events = events;
    }

    @Override
    public Runnable open(EntryRequest request, Consumer<OpenOutcome> outcome, Consumer<ClientEvent> face) {
        Opening opening = new Opening();
        worker.execute(() -> {
            OpenOutcome result = attempt(request, opening, event -> {
                if (event instanceof ClientEvent.Connected) {
                    keep(() -> claim.settle(nameOf(request)));
                }
                events.execute(() -> face.accept(event));
            });
            if (!(result instanceof OpenOutcome.Opened)) {
                claim.leave(nameOf(request));
            }
            events.execute(() -> outcome.accept(result));
        });
        // Behind the opening and before whatever is opened next, as there is one thread for all of it.
        return () -> worker.execute(opening::close);
    }

    private static String nameOf(EntryRequest request) {
        return request.user() + "@" + request.server();
    }

    /** Waits until every session that was told to close has closed. */
    public void awaitClosed() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(CLOSE_WITHIN_MS, TimeUnit.MILLISECONDS)) {
            worker.shutdownNow();
        }
    }

    private OpenOutcome attempt(EntryRequest request, Opening opening, Consumer<ClientEvent> face) {
        InetSocketAddress address =
                new InetSocketAddress(request.server().host(), request.server().port());
        if (address.isUnresolved()) {
            return new OpenOutcome.Failed(
                    FormField.SERVER,
                    words.get("connect.unknownHost", request.server().host()));
        }
        IdentityImport identity = IdentityImport.of(request, words);
        if (identity.problem() != null) {
            return identity.problem();
        }
        try {
            ProfileFolder folder = ProfileFolder.open(folderFor(request));
            OpenOutcome outcome = enter(folder, request, identity, new Start(address, opening, face));
            if (!(outcome instanceof OpenOutcome.Opened)) {
                folder.close();
            }
            return outcome;
        } catch (ProfileException | IOException e) {
            return new OpenOutcome.Failed(FormField.NAME, String.valueOf(e.getMessage()));
        }
    }

    private Path folderFor(EntryRequest request) {
        return claim.take(nameOf(request))
                ? launch.place().folderFor(request.server(), request.user())
                : launch.place().usualFor(request.server(), request.user());
    }

    private OpenOutcome enter(ProfileFolder folder, EntryRequest request, IdentityImport identity, Start start)
            throws IOException {
        try {
            ClientLog.writeTo(folder.log(), launch.environment().getOrDefault(LOG_LEVEL_VARIABLE, "info"));
            ProfileKey key = ProfileKey.look(folder.key(), random);
            String passphrase = request.secrets().passphrase();
            if (key.wantsPassphrase() && (passphrase.isEmpty() || !key.open(passphrase))) {
                return new OpenOutcome.PassphraseWanted(!passphrase.isEmpty());
            }
            String account = nameOf(request);
            Profile.Wishes wishes = new Profile.Wishes(
                    account, launch.repair(), System.currentTimeMillis(), key.isNew() ? identity.seed() : null);
            Profile profile = Profile.open(folder, key, key.isNew() ? passphrase : "", wishes, random);
            OpenOutcome outcome = identity.isTakenBy(profile)
                    ? start(profile, folder, request, start)
                    : new OpenOutcome.Failed(FormField.IDENTITY, words.get("connect.identity.used", request.user()));
            if (!(outcome instanceof OpenOutcome.Opened)) {
                profile.close();
            }
            return outcome;
        } catch (ProfileException e) {
            return new OpenOutcome.Failed(FormField.NAME, String.valueOf(e.getMessage()));
        }
    }

    private OpenOutcome start(Profile profile, ProfileFolder folder, EntryRequest request, Start start)
            throws IOException {
        PinStore pins = profile.pins(System::currentTimeMillis);
        String stored = pins.fingerprintOf(request.server());
        String invited = request.invited();
        if (request.confirmed() == null && stored != null && invited != null && !stored.equals(invited)) {
            return new OpenOutcome.OtherIdentity(
                    request.server().toString(), stored, invited, pins.historyOf(request.server()));
        }
        String chosen = request.confirmed() == null ? invited : request.confirmed();
        ClientSetup setup = new ClientSetup(
                configOf(request),
                start.address(),
                profile.device(),
                profile.outbox(),
                pins.forServer(request.server(), chosen),
                profile.store(),
                profile.history(),
                new ClientSetup.Files(downloads(), new ImageThumbnails(), profile.choices()::ignores),
                random);
        ChatClient client = ChatClient.start(setup, start.face());
        Path everybodys = launch.downloads();
        if (everybodys != null) {
            client.submit(new ClientCommand.SetDownloads(
                    DownloadRule.From.EVERYBODY, -1, everybodys.toAbsolutePath(), false));
        }
        Opening opening = start.opening();
        opening.closing = () -> {
            close(client, profile, folder);
            claim.leave(nameOf(request));
        };
        return new OpenOutcome.Opened(new OpenSession(
                request.server(),
                request.user(),
                client,
                profile.choices(),
                profile.drafts(),
                profile.key(),
                identityOf(profile, request),
                this::keep,
                () -> worker.execute(opening::close)));
    }

    private void keep(Runnable writing) {
        try {
            worker.execute(writing);
        } catch (RejectedExecutionException e) {
            return; // the program is ending, and has kept what came before
        }
    }

    private DeviceIdentity identityOf(Profile profile, EntryRequest request) {
        return new DeviceIdentity(
                request.server(),
                request.user(),
                profile.device(),
                () -> KeptIdentity.listVersion(profile.store()),
                random);
    }

    /** Where browsers put what they fetch. */
    private static Path downloads() {
        return Path.of(System.getProperty("user.home", "."), "Downloads");
    }

    private SessionConfig configOf(EntryRequest request) {
        EntryRequest.Secrets given = request.secrets();
        ClientMessage.Secrets secrets = new ClientMessage.Secrets(
                given.serverPassword().isEmpty() ? given.password() : given.serverPassword(),
                given.password(),
                given.inviteToken(),
                given.adminToken());
        return new SessionConfig(
                request.server(),
                request.user(),
                new Credentials(secrets, request.register()),
                request.rooms(),
                AutoRead.NOTHING,
                "desktop, " + System.getProperty("os.name", "unknown"),
                version);
    }

    /** Where to, and who hears of it. */
    private record Start(InetSocketAddress address, Opening opening, Consumer<ClientEvent> face) {}

    /** What closes a session once it is open; once. Owned by the worker. */
    private static final class Opening {
        private @Nullable Runnable closing;

        void close() {
            Runnable deed = closing;
            closing = null;
            if (deed != null) {
                deed.run();
            }
        }
    }

    private static void close(ChatClient client, Profile profile, ProfileFolder folder) {
        client.close();
        try {
            profile.close();
            folder.close();
        } catch (IOException e) {
            return; // what was committed is on disk, and there is nobody left to tell
        }
    }
}
