package io.heliograph.client.core.files;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.RelayRequests;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All files on their way, each way. Composed by the session: after each batch of inputs it calls {@link #advance},
 * keeps what has changed, and only then calls {@link #pump}.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
public final class FileTransfers {
    /** Chosen by us: what is kept of each is small, but somebody may send a folder of many files. */
    static final int MAX_TRANSFERS = 1_000;

    /**
     * What transfers stand on.
     *
     * @param store its commits are the session's
     * @param usualFolder where fetched files go before the user names another one
     */
    public record Ports(
            LocalStore store,
            FileDisk disk,
            RandomSource random,
            Path usualFolder,
            Ignored ignored,
            Consumer<ClientEvent> events) {}

    private static final String NO_OFFER = "that message offers no file, or is not loaded: /history loads it";

    private final Queue<ClientEvent> noted = new ArrayDeque<>();
    private final Consumer<ClientEvent> events;
    private final FilesDrawer drawer;
    private final FileHost host;
    private final Path usualFolder;
    private final Ignored ignored;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Forwarding forwarding;
    private DownloadRule rule;

    public FileTransfers(Ports ports, RelayRequests relay, FileHost host) {
        this.events = ports.events();
        this.host = host;
        this.usualFolder = ports.usualFolder();
        this.ignored = ports.ignored();
        this.drawer = new FilesDrawer(ports.store());
        Ground ground = new Ground(drawer, ports.disk(), host, relay, events);
        this.uploads = new Uploads(ground, ports.random());
        this.downloads = new Downloads(ground);
        this.forwarding = new Forwarding(ground);
        this.rule = drawer.rule();
    }

    /** Shows what is left of an earlier run, which goes on. */
    public void start(long nowNs) {
        uploads.restore(nowNs);
        downloads.restore(nowNs);
    }

    // Commands

    public void execute(ClientCommand.AboutFiles command, long nowNs) {
        if (command instanceof ClientCommand.SendFile send) {
            send(send, nowNs);
        } else if (command instanceof ClientCommand.FetchFile fetch) {
            fetch(fetch, nowNs);
        } else if (command instanceof ClientCommand.ForwardFile forward) {
            forward(forward, nowNs);
        } else if (command instanceof ClientCommand.PauseFile pause) {
            pause(pause, nowNs);
        } else if (command instanceof ClientCommand.ResumeFile resume) {
            resume(resume, nowNs);
        } else if (command instanceof ClientCommand.SetDownloads set) {
            set(set);
        } else if (command instanceof ClientCommand.AskDownloads) {
            tellRule();
        } else {
            throw new AssertionError("unhandled: " + command);
        }
    }

    /** False if there is no transfer of that name. */
    public boolean cancel(MessageId id, long nowNs) {
        Upload upload = uploads.find(id);
        Download download = downloads.find(id);
        if (upload != null) {
            upload.cancel(nowNs);
        }
        if (download != null) {
            download.cancel(nowNs);
        }
        return upload != null || download != null;
    }

    // Inputs

    public void onWelcome() {
        uploads.onWelcome();
        downloads.onWelcome();
        forwarding.onWelcome();
    }

    public void onConnectionLost(long nowNs) {
        uploads.onConnectionLost(nowNs);
        downloads.onConnectionLost(nowNs);
        forwarding.onConnectionLost();
    }

    /** False if it is not about files, or the answer to a request. */
    public boolean onMessage(ServerMessage message, long nowNs) {
        return uploads.onMessage(message, nowNs);
    }

    /** What the session tells its face may concern a file: looked at by the next {@link #advance}. */
    public void note(ClientEvent event) {
        boolean settled = event instanceof ClientEvent.StateChanged changed
                && changed.state().isSettled();
        if (settled || fileOf(event) != null) {
            noted.add(event);
        }
    }

    // Outputs

    /** What changes what is kept; call before the session keeps it. */
    public void advance(long nowNs) {
        for (ClientEvent event = noted.poll(); event != null; event = noted.poll()) {
            if (event instanceof ClientEvent.StateChanged changed) {
                uploads.onState(changed.id(), changed.state(), changed.reason(), nowNs);
            } else if (event instanceof ClientEvent.EntryShown shown) {
                onOffered(shown.where(), shown.entry(), nowNs);
            } else if (event instanceof ClientEvent.EntryRevealed revealed) {
                onOffered(revealed.where(), revealed.entry(), nowNs);
            }
        }
        uploads.advance(nowNs);
        downloads.advance();
        forwarding.advance();
    }

    /** Asks the disk and the relay; call after what has changed was kept. */
    public void pump(long nowNs) {
        uploads.pump(nowNs);
        downloads.pump(nowNs);
    }

    public long nextTimeoutNs(long nowNs) {
        return noted.isEmpty() ? Math.min(uploads.nextTimeoutNs(nowNs), downloads.nextTimeoutNs(nowNs)) : nowNs;
    }

    // Private

    private void send(ClientCommand.SendFile send, long nowNs) {
        String whyNot = host.whyNot(send.to());
        Path name = send.path().getFileName();
        int captionBytes = send.caption().getBytes(StandardCharsets.UTF_8).length;
        if (whyNot != null) {
            refuse(send, RefusalCode.NOT_A_MEMBER, whyNot);
        } else if (name == null) {
            refuse(send, RefusalCode.BAD_VALUE, "this is no file: " + send.path());
        } else if (captionBytes > Body.File.MAX_CAPTION_BYTES) {
            refuse(
                    send,
                    RefusalCode.TOO_LONG,
                    "the caption has " + captionBytes + " bytes, at most " + Body.File.MAX_CAPTION_BYTES
                            + " are allowed: say the rest as a message");
        } else if (isFull()) {
            refuse(send, RefusalCode.BUSY, tooMany());
        } else {
            uploads.begin(send, name.toString(), nowNs);
        }
    }

    private void fetch(ClientCommand.FetchFile fetch, long nowNs) {
        Body.File file = host.offered(fetch.where(), fetch.seq());
        if (file == null) {
            refuse(fetch, RefusalCode.NO_SUCH_ENTRY, NO_OFFER);
        } else if (isFull()) {
            refuse(fetch, RefusalCode.BUSY, tooMany());
        } else {
            Path named = fetch.folder();
            downloads.begin(file, fetch.where(), named == null ? folder() : named, nowNs);
        }
    }

    private void forward(ClientCommand.ForwardFile forward, long nowNs) {
        Body.File file = host.offered(forward.from(), forward.seq());
        String whyNot = host.whyNot(forward.to());
        if (file == null) {
            refuse(forward, RefusalCode.NO_SUCH_ENTRY, NO_OFFER);
        } else if (whyNot != null) {
            refuse(forward, RefusalCode.NOT_A_MEMBER, whyNot);
        } else {
            forwarding.begin(forward, file, nowNs);
        }
    }

    private void pause(ClientCommand.PauseFile pause, long nowNs) {
        Upload upload = uploads.find(pause.id());
        Download download = downloads.find(pause.id());
        if (upload != null) {
            upload.pause(nowNs);
        } else if (download != null) {
            download.pause(nowNs);
        } else {
            refuse(pause, RefusalCode.NO_SUCH_FILE, "no such transfer is on its way");
        }
    }

    private void resume(ClientCommand.ResumeFile resume, long nowNs) {
        Upload upload = uploads.find(resume.id());
        Download download = downloads.find(resume.id());
        if (upload != null) {
            upload.resume(nowNs);
        } else if (download != null) {
            download.resume(nowNs);
        } else {
            refuse(resume, RefusalCode.NO_SUCH_FILE, "no such transfer is on its way");
        }
    }

    private void set(ClientCommand.SetDownloads set) {
        Path named = set.folder();
        rule = new DownloadRule(
                Objects.requireNonNullElse(set.from(), rule.from()),
                set.maxBytes() < 0 ? rule.maxBytes() : set.maxBytes(),
                named == null ? rule.folder() : named);
        if (set.lasting()) {
            drawer.put(rule);
        }
        tellRule();
    }

    private void tellRule() {
        events.accept(new ClientEvent.DownloadsShown(new DownloadRule(rule.from(), rule.maxBytes(), folder())));
    }

    private Path folder() {
        return Objects.requireNonNullElse(rule.folder(), usualFolder);
    }

    /** A message that may be fetched unasked. */
    private void onOffered(Target where, ShownEntry entry, long nowNs) {
        Body.File file = host.offered(where, entry.seq());
        boolean wanted = rule.from() == DownloadRule.From.EVERYBODY
                || (rule.from() == DownloadRule.From.VERIFIED && host.isVerified(entry.from()));
        if (file == null || !wanted || ignored.ignores(entry.from()) || file.sizeBytes() > rule.maxBytes()) {
            return;
        }
        if (!isFull() && !drawer.wasFetched(file.blob())) {
            drawer.putFetched(file.blob());
            downloads.begin(file, where, folder(), nowNs);
        }
    }

    /** What somebody else offers; null for any other event. */
    private static @Nullable ShownEntry fileOf(ClientEvent event) {
        ShownEntry entry = null;
        if (event instanceof ClientEvent.EntryShown shown) {
            entry = shown.entry();
        } else if (event instanceof ClientEvent.EntryRevealed revealed) {
            entry = revealed.entry();
        }
        return entry == null || entry.own() || entry.file() == null ? null : entry;
    }

    private boolean isFull() {
        return uploads.size() + downloads.size() >= MAX_TRANSFERS;
    }

    private static String tooMany() {
        return MAX_TRANSFERS + " files are on their way or have failed: /transfers lists them, /cancel ID ends one";
    }

    private void refuse(ClientCommand command, String code, String text) {
        events.accept(new ClientEvent.Refused(command, code, text));
    }
}
